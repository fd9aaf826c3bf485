import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { NumberPipe } from '@docket/web/ui';

/** One figure in large type, which links to its tickets. Content: a short note. */
@Component({
  selector: 'docket-figure-card',
  imports: [NumberPipe, RouterLink],
  template: `
    <a routerLink="/tickets" [queryParams]="query()">
      <span class="label">{{ label() }}</span>&ngsp; <span class="value">{{ value() | docketNumber }}</span>&ngsp;
      <span class="note"><ng-content /></span>
    </a>
  `,
  styleUrl: './figure-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCard {
  readonly label = input.required<string>();
  readonly value = input.required<number>();
  /** Query parameters of the list of these tickets. */
  readonly query = input.required<Params>();
}
