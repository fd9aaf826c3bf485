import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session } from '@docket/web/people/data';
import { PERSON_ICON } from '@docket/web/tickets/ui';
import { AgeText, Icon } from '@docket/web/ui';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { actorName } from './actor-name';
import { phrasesOf } from './change-phrases';
import type { ChangesItem } from './timeline-items';

/** Icons by the field of the first change. Other fields have a pencil. */
const ICONS: Readonly<Record<string, string>> = { assignee: PERSON_ICON, tags: CONVERSATION_ICONS.sell };

/** One actor's changes, in one line: "Ana set priority High → Critical and status Open → In progress · 3 h ago". */
@Component({
  selector: 'docket-timeline-changes',
  imports: [AgeText, Icon],
  templateUrl: './timeline-changes.html',
  styleUrl: './timeline-changes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimelineChanges {
  private readonly session = inject(Session);
  readonly item = input.required<ChangesItem>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  protected readonly name = computed(() => actorName(this.item().actor, this.session.isOpen()));
  protected readonly phrases = computed(() => {
    const { actor, changes } = this.item();
    return changes.flatMap((change) => phrasesOf(change, actor));
  });
  protected readonly icon = computed(() => ICONS[this.phrases()[0]?.field ?? ''] ?? CONVERSATION_ICONS.edit);
}
