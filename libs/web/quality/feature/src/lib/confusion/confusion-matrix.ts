import { PROPERTY_VALUES } from '@docket/domain';
import type { Quality } from '@docket/web/quality/data';
import { valueText } from '@docket/web/tickets/ui';
import { CASES_MIN } from '../texts/cases-min';

interface ConfusionCell {
  readonly suggested: string;
  readonly n: number;
  readonly isRight: boolean;
  /** 0 to 1, relative to the highest number of its kind. */
  readonly strength: number;
}

/** The tickets for which people chose one value. */
export interface ConfusionRow {
  readonly chosen: string;
  readonly cells: readonly ConfusionCell[];
  readonly n: number;
  /** The share for which the same was suggested; undefined for too few tickets. */
  readonly found?: number;
}

/** A row for each value that people can choose, a cell for each that can be suggested. The most frequent value comes first. */
export function toConfusionRows(field: Quality['field'], cells: Quality['confusion']): ConfusionRow[] {
  const count = (chosen: string, suggested: string) =>
    cells.find((cell) => cell.chosen === chosen && cell.suggested === suggested)?.n ?? 0;
  const total = (chosen: string) => cells.filter((cell) => cell.chosen === chosen).reduce((sum, { n }) => sum + n, 0);
  const values: readonly string[] =
    field === 'priority'
      ? PROPERTY_VALUES.priority.toReversed()
      : PROPERTY_VALUES.category.toSorted((one, other) => total(other) - total(one));
  const highest = (isRight: boolean) =>
    Math.max(1, ...cells.filter(({ chosen, suggested }) => (chosen === suggested) === isRight).map(({ n }) => n));
  const [mostRight, mostWrong] = [highest(true), highest(false)];
  return values.map((chosen) => ({
    chosen,
    n: total(chosen),
    found: total(chosen) < CASES_MIN ? undefined : count(chosen, chosen) / total(chosen),
    cells: values.map((suggested) => {
      const n = count(chosen, suggested);
      const isRight = chosen === suggested;
      return { suggested, n, isRight, strength: n / (isRight ? mostRight : mostWrong) };
    }),
  }));
}

/** The name of a suggested or chosen value. */
export function labelText(field: Quality['field'], value: string): string {
  return field === 'priority'
    ? valueText('priority', value as (typeof PROPERTY_VALUES)['priority'][number])
    : valueText('category', value as (typeof PROPERTY_VALUES)['category'][number]);
}
