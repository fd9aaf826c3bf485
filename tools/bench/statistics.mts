/** Returns the smallest value that at least `percent` percent of the values do not exceed. NaN without values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Returns the median of the ratios of two series from the same rounds. NaN if their lengths differ. */
export function medianRatio(numerators: readonly number[], denominators: readonly number[]): number {
  if (numerators.length !== denominators.length) return Number.NaN;
  return median(numerators.map((value, round) => value / (denominators[round] ?? Number.NaN)));
}

/** Runs every measurement once per round, one after another, so that other load on the machine affects all of them. */
export async function alternate<K extends string>(
  rounds: number,
  measurements: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(measurements) as K[];
  const series = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) series[name].push(await measurements[name]());
  }
  return series;
}
