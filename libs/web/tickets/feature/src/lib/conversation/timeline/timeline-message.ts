import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TimelineActor } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { AgeText, Icon } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { MessageText } from '../message-text/message-text';
import { actorName } from './actor-name';

/** A text in the timeline: the description of the ticket, a reply or a note. */
@Component({
  selector: 'docket-timeline-message',
  imports: [AgeText, Avatar, Icon, MessageText],
  templateUrl: './timeline-message.html',
  styleUrl: './timeline-message.scss',
  host: { '[class]': 'look()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimelineMessage {
  private readonly session = inject(Session);
  readonly kind = input.required<'description' | 'reply' | 'note'>();
  /** Undefined if the actor is unknown. */
  readonly actor = input<TimelineActor>();
  /** RFC 3339. */
  readonly at = input.required<string>();
  readonly text = input.required<string>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  protected readonly name = computed(() => {
    const actor = this.actor();
    return actor && actorName(actor, this.session.isOpen());
  });
  /** Person who determines the colour of the avatar. Requesters and programs are grey. */
  protected readonly userId = computed(() => (this.actor()?.kind === 'human' ? this.actor()?.id : undefined));
  /** Replies of the team are tinted, notes are yellow. */
  protected readonly look = computed(() => {
    if (this.kind() === 'note') return 'note';
    return this.kind() === 'reply' && this.actor()?.kind !== 'requester' ? 'team' : 'plain';
  });
  protected readonly icons = CONVERSATION_ICONS;
}
