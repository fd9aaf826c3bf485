import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type Params, RouterLink } from '@angular/router';
import { EmptyState, ErrorState } from '@docket/web/ui';
import type { ListedCases } from './listed-cases';

/** The page around a list of cases: its heading, its states, and the links to its other pages. Content: the table of the cases. */
@Component({
  selector: 'docket-cases-frame',
  imports: [EmptyState, ErrorState, MatButton, MatProgressBar, RouterLink],
  templateUrl: './cases-frame.html',
  styleUrl: './cases-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasesFrame {
  readonly heading = input.required<string>();
  /** The filter, in words. */
  readonly summary = input.required<string>();
  readonly cases = input.required<ListedCases>();
  readonly cursor = input<string>();
  /** The query parameters of the first page. */
  readonly params = input.required<Params>();
  protected readonly what = computed(() => this.heading().toLowerCase());
}
