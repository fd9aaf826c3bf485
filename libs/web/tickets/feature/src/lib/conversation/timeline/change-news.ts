import type { TimelineActor, TimelineEntry } from '@docket/web/conversation/data';
import { actorName } from './actor-name';
import { type Phrase, phrasesOf } from './change-phrases';
import { type ChangesItem, timelineItems } from './timeline-items';

/** Maximum number of changes in a sentence. */
const NAMED_MAX = 3;

/** Announcement of changes for screen readers, in one sentence: "Ben set status Open to Resolved". Empty if there are no changes. */
export function changeNews(entries: readonly TimelineEntry[], isOpen: boolean): string {
  const items = timelineItems(entries).filter((item) => item.kind === 'changes');
  const last = items.at(-1);
  if (!last) return '';
  const sentence = `${actorName(last.actor, isOpen)} ${changesText(last)}`;
  return items.length > 1 ? `Several changes. The last: ${sentence}` : sentence;
}

function changesText({ changes, actor }: ChangesItem): string {
  const phrases = changes.flatMap((change) => phrasesOf(change, actor));
  const named = phrases.slice(0, NAMED_MAX).map(phraseText);
  const rest = phrases.length - named.length;
  return [...named, ...(rest > 0 ? [`made ${rest} more changes`] : [])].join(', ');
}

function phraseText({ verb, name, values, between }: Phrase): string {
  return [verb, name, values.join(between === '→' ? ' to ' : ' and ')].filter(Boolean).join(' ');
}

/** Whether the actor may be another person. Local actors cannot be told apart, so they do not count. */
export function isOther({ kind, id }: TimelineActor, userId: number | undefined): boolean {
  return kind !== 'local' && !(kind === 'human' && id === userId);
}
