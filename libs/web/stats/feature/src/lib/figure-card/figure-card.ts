import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

/** One figure in large type that leads to its tickets. Content: a few words on what it covers. */
@Component({
  selector: 'docket-figure-card',
  imports: [RouterLink],
  template: `
    <a routerLink="/tickets" [queryParams]="query()">
      <span class="label">{{ label() }}</span>&ngsp; <span class="value">{{ value() }}</span>&ngsp;
      <span class="note"><ng-content /></span>
    </a>
  `,
  styleUrl: './figure-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCard {
  readonly label = input.required<string>();
  /** As it is to be read. */
  readonly value = input.required<string>();
  /** Query parameters of the list behind the figure. */
  readonly query = input.required<Params>();
}
