import type { Quality } from '@docket/web/quality/data';
import { DISPLAY_LOCALE } from '@docket/web/ui';
import type { LinkedPart } from '../texts/linked-text';
import type { SuggestionParams } from '../texts/report-suggestions';

const amount = new Intl.NumberFormat(DISPLAY_LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = new Intl.NumberFormat(DISPLAY_LOCALE);

/** A part of a text. That with a number of calls says which ones. */
interface CostPart {
  readonly text: string;
  readonly calls?: 'priced' | 'unpriced';
}

/** What the calls cost, as far as it is known. */
export interface CostText {
  /** "4.18", in the unit of the prices; "Unknown" without any. */
  readonly sum: string;
  readonly note: readonly CostPart[];
}

/** The note with links to the calls that its numbers count. */
export function linkedNote(
  { note }: CostText,
  links: Readonly<Record<NonNullable<CostPart['calls']>, SuggestionParams>>,
): LinkedPart[] {
  return note.map(({ text, calls }) => (calls ? { text, link: links[calls] } : { text }));
}

/** An unknown cost is never 0. */
export function costText({ micros, priced_calls: priced, unpriced_calls: unpriced }: Quality['cost']): CostText {
  if (priced + unpriced === 0) return { sum: 'No calls', note: [{ text: 'Nothing was asked of the model.' }] };
  const unknown = unpriced > 0 ? unknownCost(unpriced) : [];
  if (priced === 0) return { sum: 'Unknown', note: unknown };
  const known: CostPart[] = [
    { text: counted(priced, 'priced call'), calls: 'priced' },
    { text: ', in the unit of the prices. ' },
  ];
  return { sum: sumOf(micros), note: [...known, ...unknown] };
}

function unknownCost(n: number): CostPart[] {
  return [{ text: 'The cost of ' }, { text: counted(n, 'call'), calls: 'unpriced' }, { text: ' is unknown.' }];
}

/** How much of the budget of the month is spent. */
export interface BudgetText {
  /** "4.18 of 20.00", in the unit of the prices. */
  readonly sum: string;
  /** From 0 to 1. The last call may cost more than was left. */
  readonly share: number;
}

/** Undefined without a budget. */
export function budgetText({ micros, limit_micros: limit }: Quality['budget']): BudgetText | undefined {
  if (limit === null) return undefined;
  return { sum: `${sumOf(micros)} of ${sumOf(limit)}`, share: limit > 0 ? Math.min(1, micros / limit) : 1 };
}

function sumOf(micros: number): string {
  return micros > 0 && micros < 5000 ? 'under 0.01' : amount.format(micros / 1_000_000);
}

function counted(n: number, name: string): string {
  return `${count.format(n)} ${name}${n === 1 ? '' : 's'}`;
}
