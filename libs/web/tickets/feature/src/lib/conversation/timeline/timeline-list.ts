import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Timeline, TimelineActor } from '@docket/web/conversation/data';
import type { Ticket } from '@docket/web/tickets/data';
import { Icon, ProblemReason } from '@docket/web/ui';
import { TimelineChanges } from './timeline-changes';
import { timelineItems } from './timeline-items';
import { TimelineMessage } from './timeline-message';

/** What happened to a ticket, oldest first. It starts with the description. */
@Component({
  selector: 'docket-timeline-list',
  imports: [Icon, MatButton, ProblemReason, TimelineChanges, TimelineMessage],
  templateUrl: './timeline-list.html',
  styleUrl: './timeline-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimelineList {
  readonly timeline = input.required<Timeline>();
  readonly description = input.required<string>();
  /** Who asks for help, if anybody is named: the description is theirs. */
  readonly requester = input<Ticket['requester']>();
  /** When the ticket was filed: RFC 3339. */
  readonly filedAt = input.required<string>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Whether the page says already that what it shows may be old. */
  readonly isKnownStale = input(false);
  readonly earlierRequest = output();
  /** Whose description it is: the requester's, or that of whoever filed the ticket, if the timeline knows them. */
  protected readonly filer = computed<TimelineActor | undefined>(() => {
    const requester = this.requester();
    if (requester)
      return { kind: 'requester', id: requester.id, name: requester.name ?? requester.email, verified: false };
    const first = this.timeline().entries()?.[0];
    return first?.kind === 'ticket.created' ? first.actor : undefined;
  });
  protected readonly items = computed(() => timelineItems(this.timeline().entries() ?? []));
  protected readonly failure = computed(() => {
    const isReported = this.isKnownStale() && this.timeline().entries() !== undefined;
    return isReported ? undefined : this.timeline().failure();
  });
  protected readonly isLoading = computed(() => !this.timeline().entries() && !this.timeline().failure());
}
