import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';

/** Any label that tickets are counted by. */
export type Label = TicketCategory | TicketPriority | TicketStatus;

/** How many tickets carry a label. */
export interface LabelFigure {
  readonly label: Label;
  readonly count: number;
  /** Of all tickets, 0 to 1. */
  readonly share: number;
  /** Of the label with the most tickets, 0 to 1: that bar is the full one. */
  readonly length: number;
  /** Query parameters of the label's tickets. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * One figure for each label, in the labels' order. None at all before the counts are there.
 *
 * @param parameter the list's query parameter for this kind of label
 */
export function toLabelFigures<L extends Label>(
  parameter: 'category' | 'priority' | 'status',
  counts: Readonly<Record<L, number>> | undefined,
  labels: readonly L[],
): LabelFigure[] {
  if (!counts) return [];
  const most = Math.max(1, ...labels.map((label) => counts[label]));
  const total = Math.max(
    1,
    labels.reduce((sum, label) => sum + counts[label], 0),
  );
  return labels.map((label) => {
    const count = counts[label];
    return { label, count, share: count / total, length: count / most, query: { [parameter]: label } };
  });
}
