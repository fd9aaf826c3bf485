import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon } from '@docket/web/ui';

/** Why nobody was let in, in one line over the fields. The page adds its own cases as content, and moves the focus here. */
@Component({
  selector: 'docket-entry-problem',
  imports: [Icon],
  templateUrl: './entry-problem.html',
  styleUrl: './entry-problem.scss',
  host: { tabindex: '-1' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryProblem {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Absent if the content says everything. */
  readonly problem = input<Problem>();
  /** Time to wait, if the server says it. */
  protected readonly minutes = computed(() => Math.ceil((this.problem()?.retryAfter ?? 0) / 60));

  focus(): void {
    this.element.focus();
  }
}
