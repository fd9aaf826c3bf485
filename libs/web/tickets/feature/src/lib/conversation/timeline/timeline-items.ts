import { type MessageEntry, type TimelineActor, type TimelineEntry, isMessage } from '@docket/web/conversation/data';

/** Successive values of a field, oldest first. Empty for a description, whose text is not kept. */
export interface FieldChange {
  readonly field: string;
  readonly values: readonly unknown[];
}

/** Changes of one actor in a short time. */
export interface ChangesItem {
  readonly kind: 'changes';
  /** Id of the first entry. */
  readonly id: number;
  readonly actor: TimelineActor;
  /** Time of the last change. */
  readonly at: string;
  readonly changes: readonly FieldChange[];
}

interface MessageItem {
  readonly kind: 'message';
  readonly id: number;
  readonly entry: MessageEntry;
}

export type TimelineItem = ChangesItem | MessageItem;

/** Time within which changes of one actor share a line, in ms. */
const TOGETHER_MS = 60_000;

/**
 * Groups entries into messages and lines of changes. Leaves out the filing of the ticket: the timeline starts with the description.
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

/** Adds the values of a field. Successive changes of a field form one chain: Open → Closed → Open. */
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

/** Compares values, which are strings, lists of tags, or references to people and teams. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
