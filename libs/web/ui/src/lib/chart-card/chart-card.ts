import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';

let count = 0;

/** The frame of a chart, with a button that switches to a table of its figures. Content: the chart or the table. */
@Component({
  selector: 'docket-chart-card',
  imports: [MatButton],
  template: `
    <section [attr.aria-labelledby]="headingId">
      <header>
        <h2 [id]="headingId">{{ heading() }}</h2>
        <span class="docket-secondary">{{ note() }}</span>
        <button matButton type="button" [attr.aria-pressed]="isTable()" (click)="isTable.set(!isTable())">
          Table<span class="cdk-visually-hidden">: {{ heading() }}</span>
        </button>
      </header>
      <ng-content />
    </section>
  `,
  styleUrl: './chart-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartCard {
  readonly heading = input.required<string>();
  /** Text after the heading, in the secondary colour. */
  readonly note = input('');
  readonly isTable = model(false);
  protected readonly headingId = `docket-chart-card-${count++}`;
}
