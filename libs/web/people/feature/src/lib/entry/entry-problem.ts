import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon } from '@docket/web/ui';

/** Reason for a failed attempt, in one line above the fields. The page projects further cases, and moves the focus here. */
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
  /** Absent if the projected content is sufficient. */
  readonly problem = input<Problem>();
  /** Waiting time from the server, in minutes. */
  protected readonly minutes = computed(() => Math.ceil((this.problem()?.retryAfter ?? 0) / 60));

  focus(): void {
    this.element.focus();
  }
}
