import { type PropertyValue } from '@docket/domain';
import { foldWord } from '@docket/import-rows';

/** Boolean names that stand for a status, in exports without a status: a card of Trello is `closed`, a task `completed`. */
const FLAGS: readonly (readonly [status: PropertyValue<'status'>, names: readonly string[]])[] = [
  ['closed', ['closed', 'is_closed', 'isClosed', 'archived', 'is_archived', 'isArchived']],
  [
    'resolved',
    ['completed', 'is_completed', 'isCompleted', 'done', 'is_done', 'isDone', 'resolved', 'is_resolved', 'isResolved'],
  ],
];

const STATUS_BY_NAME = new Map(
  FLAGS.flatMap(([status, names]) => names.map((name) => [foldWord(name), status] as const)),
);
const NAMES = FLAGS.flatMap(([, names]) => names);

const NAME_MAX_LENGTH = 20;
const TRUE = /^\s{0,5}(?:true|yes)\s{0,5}$/i;

/** The status that a name with the value "true" stands for; undefined if it is not a flag. */
export function statusOfFlag(name: string): PropertyValue<'status'> | undefined {
  return name.length <= NAME_MAX_LENGTH ? STATUS_BY_NAME.get(foldWord(name)) : undefined;
}

/** Whether a flag is true. */
export function isSet(value: unknown): boolean {
  return value === true || (typeof value === 'string' && TRUE.test(value));
}

/** The name of the first flag that is true in a JSON row. */
export function setFlag(row: Readonly<Record<string, unknown>>): string | undefined {
  return NAMES.find((name) => Object.hasOwn(row, name) && isSet(row[name]));
}
