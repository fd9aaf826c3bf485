import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { OwnPresence, PresentPeople } from '@docket/web/live/data';
import { Avatar } from '@docket/web/ui/avatar';
import { peopleText } from './people-text';

/** Maximum number of avatars of readers. */
const MAX_READERS = 3;

/** Shows the other people who reply to a ticket or read it, and reports the presence of this person while it is displayed. */
@Component({
  selector: 'docket-ticket-people',
  imports: [Avatar],
  templateUrl: './ticket-people.html',
  styleUrl: './ticket-people.scss',
  host: { '[class.empty]': 'people().length === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPeople {
  private readonly own = inject(OwnPresence);
  private readonly present = inject(PresentPeople);
  readonly ticketId = input.required<number>();
  /** Whether this person is replying. */
  readonly isReplying = input(false);
  protected readonly people = computed(() => this.present.inTicket(this.ticketId()));
  protected readonly replying = computed(() => this.people().filter(({ doing }) => doing === 'replying'));
  protected readonly reading = computed(() => this.people().filter(({ doing }) => doing === 'reading'));
  protected readonly readers = computed(() => this.reading().slice(0, MAX_READERS));
  protected readonly replyingText = computed(() => peopleText(this.replying().map(({ name }) => name)));
  protected readonly readingText = computed(() => peopleText(this.reading().map(({ name }) => name)));

  constructor() {
    effect(() => {
      const ticketId = this.ticketId();
      const doing = this.isReplying() ? 'replying' : 'reading';
      untracked(() => this.own.show(ticketId, doing));
    });
    inject(DestroyRef).onDestroy(() => this.own.hide());
  }
}
