import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Timeline } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import type { Ticket } from '@docket/web/tickets/data';
import { Icon, ProblemReason } from '@docket/web/ui';
import { SuggestionLine } from './suggestion-line';
import { describerOf, filerOf } from './ticket-filer';
import { TimelineChanges } from './timeline-changes';
import { timelineItems } from './timeline-items';
import { TimelineMessage } from './timeline-message';

/** Maximum number of pages that are loaded for a print: 1,200 entries. */
const PRINTED_PAGES_MAX = 40;

/** Timeline of a ticket, oldest first. It starts with the description. */
@Component({
  selector: 'docket-timeline-list',
  imports: [Icon, MatButton, ProblemReason, SuggestionLine, TimelineChanges, TimelineMessage],
  templateUrl: './timeline-list.html',
  styleUrl: './timeline-list.scss',
  host: {
    '(document:keydown.control.p)': 'printAll($event)',
    '(document:keydown.meta.p)': 'printAll($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimelineList {
  private readonly session = inject(Session);
  readonly ticketId = input.required<number>();
  readonly timeline = input.required<Timeline>();
  readonly description = input.required<string>();
  /** Author of the description, if the ticket has a requester. */
  readonly requester = input<Ticket['requester']>();
  /** Time of filing, as RFC 3339. */
  readonly filedAt = input.required<string>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Whether the page already warns that its content may be outdated. */
  readonly isKnownStale = input(false);
  readonly earlierRequest = output();
  protected readonly filer = computed(() => filerOf(this.timeline().entries()));
  protected readonly describer = computed(() => describerOf(this.requester(), this.timeline().entries()));
  /** Whether the person may read suggestions. False until the session is known, because the request would fail. */
  protected readonly canReadSuggestion = computed(() => this.session.isKnown() && this.session.can('stats:read'));
  protected readonly items = computed(() => timelineItems(this.timeline().entries() ?? []));
  protected readonly failure = computed(() => {
    const isReported = this.isKnownStale() && this.timeline().entries() !== undefined;
    return isReported ? undefined : this.timeline().failure();
  });
  protected readonly isLoading = computed(() => !this.timeline().entries() && !this.timeline().failure());
  private readonly injector = inject(Injector);

  /** Loads the earlier entries, and then prints. The paper says so if even more entries are missing. */
  protected async printAll(event: Event): Promise<void> {
    const timeline = this.timeline();
    if (!timeline.hasEarlier()) return; // the browser prints
    event.preventDefault();
    for (let page = 0; page < PRINTED_PAGES_MAX && timeline.hasEarlier(); page++) {
      await timeline.loadEarlier();
      if (timeline.earlierState() === 'failed') break;
    }
    afterNextRender(() => window.print(), { injector: this.injector });
  }
}
