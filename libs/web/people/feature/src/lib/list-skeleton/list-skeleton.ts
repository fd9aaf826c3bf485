import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Placeholders in the shape of two-line rows, until a list has loaded. */
@Component({
  selector: 'docket-list-skeleton',
  template: `
    <span class="cdk-visually-hidden" role="status">Loading…</span>
    @for (row of rows; track row) {
      <div class="row" aria-hidden="true">
        <i class="sign"></i>
        <div class="text">
          <i [style.width.%]="18 + ((row * 17) % 12)"></i><i [style.width.%]="30 + ((row * 29) % 20)"></i>
        </div>
      </div>
    }
  `,
  styleUrl: './list-skeleton.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListSkeleton {
  protected readonly rows = [0, 1, 2];
}
