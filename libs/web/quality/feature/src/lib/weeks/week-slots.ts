import type { Quality } from '@docket/web/quality/data';
import { axisStart } from '../measure/scale';
import { changeText } from './change-text';
import { type NamePlace, placeNames } from './name-places';

/** A week on the axis. */
export interface WeekSlot {
  /** The Monday, YYYY-MM-DD. */
  readonly week: string;
  readonly n: number;
  /** Undefined for too few cases. */
  readonly share?: number;
  readonly interval?: readonly number[];
  /** Which screens have room for its date. */
  readonly label: 'all' | 'wide' | 'none';
}

/** Another model or prompt. */
export interface Change {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly text: string;
  /** Position on the axis, 0 to 1. Undefined outside of it. */
  readonly at?: number;
  /** Where a wide chart shows the text of the change. Undefined if the text would cover that of another change. */
  readonly place?: NamePlace;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Dates with room on a narrow screen. A wide one has twice as many. */
const LABELS_NARROW = 6;
/** Of the texts of changes, as a share of the width of the narrowest wide chart. */
const LETTER_WIDTH = 0.011;
/** Letters that the mark and the gap after a text are wide. */
const MARK_LETTERS = 3;

/** All weeks from the first one with blind suggestions to the end of the range, those without any included. */
export function toWeekSlots({ weeks, to }: Pick<Quality, 'weeks' | 'to'>): WeekSlot[] {
  const first = weeks[0];
  if (!first) return [];
  const byWeek = new Map(weeks.map((measured) => [measured.week, measured]));
  const count = Math.floor((Date.parse(to) - Date.parse(first.week)) / WEEK_MS) + 1;
  const step = Math.ceil(count / (2 * LABELS_NARROW));
  return Array.from({ length: count }, (_, index) => {
    const week = toDay(Date.parse(first.week) + index * WEEK_MS);
    const { n = 0, share, interval } = byWeek.get(week) ?? {};
    const isNarrow = count <= LABELS_NARROW || index % (2 * step) === 0;
    return {
      week,
      n,
      share: share ?? undefined,
      interval: interval ?? undefined,
      label: isNarrow ? 'all' : index % step === 0 ? 'wide' : 'none',
    };
  });
}

/** The percentage at which the axis begins. Intervals may be cut there, shares are not. */
export function weekAxisStart(slots: readonly WeekSlot[]): number {
  return axisStart(Math.min(1, ...slots.map(({ share = 1 }) => share)));
}

/** The changes in words, with their place between the weeks. Those of a week are one for the own model, which may train each hour. */
export function toChanges(
  { changes, provider }: Pick<Quality, 'changes' | 'provider'>,
  slots: readonly WeekSlot[],
): Change[] {
  const start = Date.parse(slots[0]?.week ?? '');
  const all = (provider === 'local' ? joinWeeks(changes) : changes).map((change) => {
    const at = (Date.parse(change.day) - start) / (slots.length * WEEK_MS);
    return { day: change.day, text: changeText(change, provider), at: at >= 0 && at <= 1 ? at : undefined };
  });
  const marked = all.flatMap((change) => (change.at === undefined ? [] : { ...change, at: change.at }));
  const places = placeNames(marked.map(({ at, text }) => ({ at, width: (text.length + MARK_LETTERS) * LETTER_WIDTH })));
  // The changes before the first week come first.
  return all.map((change, index) => ({ ...change, place: places[index - all.length + marked.length] }));
}

/** One change for each week with any, from what was before its first one to what came with its last one. */
function joinWeeks(changes: Quality['changes']): Quality['changes'] {
  const joined: Quality['changes'] = [];
  for (const change of changes) {
    const before = joined.at(-1);
    if (!before || mondayOf(before.day) !== mondayOf(change.day)) joined.push(change);
    else joined[joined.length - 1] = { ...before, model: change.model, version: change.version };
  }
  return joined;
}

function mondayOf(day: string): string {
  const time = Date.parse(day);
  return toDay(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS);
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
