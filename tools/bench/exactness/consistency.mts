/** Parts of the statistics that have to agree. */
export interface Stats {
  readonly total_tickets: number;
  readonly open_tickets: number;
  readonly priority_breakdown: Readonly<Record<string, number>>;
  readonly category_breakdown: Readonly<Record<string, number>>;
  readonly status_breakdown: Readonly<Record<string, number>>;
  readonly tickets_per_day: readonly { readonly count: number }[];
}

/** Whether all breakdowns have the same total. The total of the days may be smaller, because they cover only the last thirty days. */
export function isConsistent(stats: Stats): boolean {
  const breakdowns = [stats.priority_breakdown, stats.category_breakdown, stats.status_breakdown];
  return (
    breakdowns.every((breakdown) => sum(Object.values(breakdown)) === stats.total_tickets) &&
    stats.status_breakdown['open'] === stats.open_tickets &&
    sum(stats.tickets_per_day.map(({ count }) => count)) <= stats.total_tickets
  );
}

/** Adds objects of numbers, field by field. */
export function sumFields<T extends object>(all: readonly T[]): T {
  const keys = Object.keys(all[0] ?? {}) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, sum(all.map((each) => Number(each[key])))])) as T;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
