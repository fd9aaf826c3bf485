/** A result of a drill. */
export interface Finding {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** Undefined for a figure without a target. */
  readonly atMost?: number;
}

export function isMissed({ measured, atMost }: Finding): boolean {
  return Number.isNaN(measured) || (atMost !== undefined && measured > atMost);
}

export function lineOf(finding: Finding): string {
  const { what, measured, unit, atMost } = finding;
  const target = atMost === undefined ? '' : `, at most ${atMost}: ${isMissed(finding) ? 'MISSED' : 'reached'}`;
  return `${what}: ${measured}${unit && ` ${unit}`}${target}`;
}
