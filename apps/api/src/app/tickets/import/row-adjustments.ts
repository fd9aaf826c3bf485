import type { PropertyName } from '@docket/domain';

/** A field that gets a default, because the row has no value or an unknown word. */
export type DefaultedField = PropertyName | 'description';

/** A field whose value can be left out: a requester without an email address, an unknown name, or an invalid tag. */
export type LeftOutField = 'requester' | 'assignee' | 'team' | 'tags';

/** The fields of a row that got a default, and those whose value was left out. */
export interface RowAdjustments {
  readonly defaulted: readonly DefaultedField[];
  readonly leftOut: readonly LeftOutField[];
}

/** The number of rows per adjusted field. */
export interface Adjustments {
  readonly defaulted: Readonly<Record<DefaultedField, number>>;
  readonly leftOut: Readonly<Record<LeftOutField, number>>;
}

export const NO_ADJUSTMENTS: Adjustments = {
  defaulted: { category: 0, priority: 0, status: 0, description: 0 },
  leftOut: { requester: 0, assignee: 0, team: 0, tags: 0 },
};

/** Adds the adjustments of a row to the numbers. */
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
