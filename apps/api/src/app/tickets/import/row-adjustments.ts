import type { PropertyName } from '@docket/domain';

/** A field that got a value because the row has none, or a word that is not known. */
export type DefaultedField = PropertyName | 'description';

/** A field that a row can lose: a requester without an email address, an unknown name, or a tag that is not allowed. */
export type LeftOutField = 'requester' | 'assignee' | 'team' | 'tags';

/** What a row got or lost. */
export interface RowAdjustments {
  readonly defaulted: readonly DefaultedField[];
  readonly leftOut: readonly LeftOutField[];
}

/** The number of rows that got or lost each field. */
export interface Adjustments {
  readonly defaulted: Readonly<Record<DefaultedField, number>>;
  readonly leftOut: Readonly<Record<LeftOutField, number>>;
}

export const NO_ADJUSTMENTS: Adjustments = {
  defaulted: { category: 0, priority: 0, status: 0, description: 0 },
  leftOut: { requester: 0, assignee: 0, team: 0, tags: 0 },
};

/** The numbers with one more row. */
export function withRow(numbers: Adjustments, { defaulted, leftOut }: RowAdjustments): Adjustments {
  if (!defaulted.length && !leftOut.length) return numbers;
  return { defaulted: plusOne(numbers.defaulted, defaulted), leftOut: plusOne(numbers.leftOut, leftOut) };
}

function plusOne<Field extends string>(
  numbers: Readonly<Record<Field, number>>,
  fields: readonly Field[],
): Record<Field, number> {
  const sums: Record<Field, number> = { ...numbers };
  for (const field of fields) sums[field]++;
  return sums;
}
