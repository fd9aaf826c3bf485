import { type MessageEntry, type TimelineActor, type TimelineEntry, isMessage } from '@docket/web/conversation/data';

/** The values that a field had, oldest first. Empty for a description, whose text is not kept. */
export interface FieldChange {
  readonly field: string;
  readonly values: readonly unknown[];
}

/** What one actor changed in a short time. */
export interface ChangesItem {
  readonly kind: 'changes';
  /** The id of the first entry. */
  readonly id: number;
  readonly actor: TimelineActor;
  /** When the last change happened. */
  readonly at: string;
  readonly changes: readonly FieldChange[];
}

interface MessageItem {
  readonly kind: 'message';
  readonly id: number;
  readonly entry: MessageEntry;
}

export type TimelineItem = ChangesItem | MessageItem;

/** Changes of one actor within this time are one line, in ms. */
const TOGETHER_MS = 60_000;

/**
 * The messages, and lines of changes. The filing of the ticket is not among them: the timeline starts with the description.
 * @param entries oldest first
 */
export function timelineItems(entries: readonly TimelineEntry[]): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const entry of entries) {
    const last = items.at(-1);
    if (isMessage(entry)) items.push({ kind: 'message', id: entry.id, entry });
    else if (entry.kind !== 'ticket.changed') continue;
    else if (last?.kind === 'changes' && isTogether(last, entry)) items[items.length - 1] = withChange(last, entry);
    else
      items.push(withChange({ kind: 'changes', id: entry.id, actor: entry.actor, at: entry.at, changes: [] }, entry));
  }
  return items;
}

function isTogether({ actor, at }: ChangesItem, entry: TimelineEntry): boolean {
  const isSameActor =
    actor.kind === entry.actor.kind && actor.id === entry.actor.id && actor.verified === entry.actor.verified;
  return isSameActor && Date.parse(entry.at) - Date.parse(at) <= TOGETHER_MS;
}

function withChange(item: ChangesItem, { at, change = {} }: TimelineEntry): ChangesItem {
  const changes = Object.entries(change).reduce(withField, item.changes);
  return { ...item, at, changes };
}

/** A field that changes twice has one chain of values: Open → Closed → Open. */
function withField(
  changes: readonly FieldChange[],
  [field, values]: [string, readonly unknown[]],
): readonly FieldChange[] {
  const earlier = changes.find((change) => change.field === field);
  if (!earlier) return [...changes, { field, values }];
  const isNext = earlier.values.length > 0 && isSame(earlier.values.at(-1), values[0]);
  const chain = { field, values: [...earlier.values, ...(isNext ? values.slice(1) : values)] };
  return changes.map((change) => (change === earlier ? chain : change));
}

/** Values are texts, lists of tags, or references to people and teams. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
