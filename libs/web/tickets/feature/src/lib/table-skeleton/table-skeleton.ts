import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Placeholders in the shape of rows, until the first page has loaded. */
@Component({
  selector: 'docket-table-skeleton',
  template: `
    <span class="cdk-visually-hidden" role="status">Loading tickets</span>
    @for (row of rows; track row) {
      <div class="row" aria-hidden="true">
        <i class="status"></i>
        <div class="text">
          <i [style.width.%]="30 + ((row * 17) % 35)"></i><i [style.width.%]="15 + ((row * 29) % 25)"></i>
        </div>
        <i class="age"></i>
      </div>
    }
  `,
  styleUrl: './table-skeleton.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TableSkeleton {
  protected readonly rows = Array.from({ length: 14 }, (_, row) => row);
}
