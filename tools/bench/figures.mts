/** One row of the report. */
export interface Figure {
  readonly what: string;
  /** `undefined`: it was not measured. */
  readonly measured: number | undefined;
  readonly unit: string;
  /** What is to be reached; without, the figure is only shown. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

/** Whether the figure is there and where it should be. */
export function isReached({ measured, target }: Figure): boolean {
  if (measured === undefined || Number.isNaN(measured)) return false;
  if (!target) return true;
  return 'atLeast' in target ? measured >= target.atLeast : measured <= target.atMost;
}

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.measured === undefined ? 'NOT MEASURED' : `${round(figure.measured)} ${figure.unit}`.trim(),
    targetOf(figure),
    figure.target || figure.measured === undefined ? (isReached(figure) ? 'yes' : 'NO') : '',
    figure.note ?? '',
  ]);
  const all = [['what', 'measured', 'target', 'reached', 'note'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  return [line(all[0] ?? []), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function targetOf({ target, unit }: Figure): string {
  if (!target) return '';
  return 'atLeast' in target ? `≥ ${target.atLeast} ${unit}`.trim() : `≤ ${target.atMost} ${unit}`.trim();
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
