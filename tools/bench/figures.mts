/** A row of the report. */
export interface Figure {
  readonly what: string;
  /** Undefined if not measured. */
  readonly measured: number | undefined;
  readonly unit: string;
  /** The target. A figure without a target is only shown. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

/** Whether the figure was measured and reaches its target. */
export function isReached({ measured, target }: Figure): boolean {
  if (!isMeasured(measured)) return false;
  if (!target) return true;
  return 'atLeast' in target ? measured >= target.atLeast : measured <= target.atMost;
}

export function isMeasured(measured: number | undefined): measured is number {
  return measured !== undefined && Number.isFinite(measured);
}

/** Formats figures as a Markdown table. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    isMeasured(figure.measured) ? `${round(figure.measured)} ${figure.unit}`.trim() : 'NOT MEASURED',
    targetOf(figure),
    figure.target || !isMeasured(figure.measured) ? (isReached(figure) ? 'yes' : 'NO') : '',
    figure.note ?? '',
  ]);
  return markdownTable([['what', 'measured', 'target', 'reached', 'note'], ...rows]);
}

/** Formats rows of cells with aligned columns. The first row is the header. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function targetOf({ target, unit }: Figure): string {
  if (!target) return '';
  return 'atLeast' in target ? `≥ ${target.atLeast} ${unit}`.trim() : `≤ ${target.atMost} ${unit}`.trim();
}

function round(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
