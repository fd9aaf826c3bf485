import type { PropertyName, PropertyValue } from '@docket/domain';

/** The tickets with one value of a property. */
export interface BreakdownEntry<N extends PropertyName> {
  readonly value: PropertyValue<N>;
  readonly count: number;
  /** Share of all tickets, 0 to 1. */
  readonly share: number;
  /** Length of the bar, 0 to 1, relative to the longest one. */
  readonly length: number;
  /** Query parameters of the list of these tickets. */
  readonly query: Readonly<Record<string, string>>;
}

/** One entry for each value, in the given order. Empty until the counts have loaded. */
export function toBreakdown<N extends PropertyName>(
  property: N,
  counts: Readonly<Record<PropertyValue<N>, number>> | undefined,
  values: readonly PropertyValue<N>[],
): BreakdownEntry<N>[] {
  if (!counts) return [];
  const highest = Math.max(1, ...values.map((value) => counts[value]));
  const total = Math.max(
    1,
    values.reduce((sum, value) => sum + counts[value], 0),
  );
  return values.map((value) => {
    const count = counts[value];
    return { value, count, share: count / total, length: count / highest, query: { [property]: value } };
  });
}
