import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Placeholders in the layout of the page's cards, while the figures load. */
@Component({
  selector: 'docket-quality-skeleton',
  template: `
    <div class="measures" aria-hidden="true">
      @for (card of [1, 2, 3, 4]; track card) {
        <div class="card" [class.blind]="$first"><span class="line"></span><span class="number"></span></div>
      }
    </div>
    <div class="card part" aria-hidden="true"><span class="line"></span></div>
    <div class="card part" aria-hidden="true"><span class="line"></span></div>
    <p class="cdk-visually-hidden" role="status">Loading the figures…</p>
  `,
  styleUrl: './quality-skeleton.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualitySkeleton {}
