import type { Quality } from '@docket/web/quality/data';
import { axisStart } from '../measure/scale';

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
  /** The line of its text above a wide chart, 0 for the nearest one. Undefined without room beside the changes before it. */
  readonly line?: number;
  /** Whether the text stands before the mark, because it would end after the chart. */
  readonly isBefore: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Dates with room on a narrow screen. A wide one has twice as many. */
const LABELS_NARROW = 6;
/** Of the names of changes, as a share of the width of the narrowest wide chart. */
const LETTER_WIDTH = 0.011;
/** Of names of changes above the chart. */
const LINES = 2;

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

/** The changes in words, with their place between the weeks. The first one has no predecessor to compare with. */
export function toChanges(changes: Quality['changes'], slots: readonly WeekSlot[]): Change[] {
  const start = Date.parse(slots[0]?.week ?? '');
  /** Where the texts of each line end. */
  const ends = Array.from({ length: LINES }, () => 0);
  return changes.map((change, index) => {
    const text = changeText(change, changes[index - 1]);
    const at = (Date.parse(change.day) - start) / (slots.length * WEEK_MS);
    if (!(at >= 0 && at <= 1)) return { day: change.day, text, isBefore: false };
    const width = (text.length + 3) * LETTER_WIDTH;
    const isBefore = at + width > 1;
    const line = ends.findIndex((end) => (isBefore ? at - width : at) >= end);
    if (line < 0) return { day: change.day, text, at, isBefore };
    ends[line] = isBefore ? at : at + width;
    return { day: change.day, text, at, line, isBefore };
  });
}

type PromptChange = Quality['changes'][number];

function changeText({ model, prompt_version: prompt }: PromptChange, before: PromptChange | undefined): string {
  if (!before) return `now ${model}, prompt ${prompt}`;
  const models = before.model === model ? '' : `model ${before.model} → ${model}`;
  const prompts = before.prompt_version === prompt ? '' : `prompt ${before.prompt_version} → ${prompt}`;
  return [models, prompts].filter(Boolean).join(', ');
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
