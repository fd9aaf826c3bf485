import type { ParsedQuery, QueryError, Span } from '@docket/ticket-query';

/** A piece of the box's text, with its style. */
export interface QuerySpan {
  readonly text: string;
  readonly isFilter: boolean;
  readonly isWrong: boolean;
}

/** Splits a text at the boundaries of its filters and errors. */
export function querySpans({ text, terms }: ParsedQuery, errors: readonly QueryError[]): QuerySpan[] {
  const filters = terms.filter(({ key }) => key !== undefined);
  const edges = [...filters, ...errors].flatMap(({ start, end }) => [start, end]);
  const positions = [...new Set([0, ...edges, text.length])].sort((one, other) => one - other);
  return positions.slice(0, -1).map((start, index) => ({
    text: text.slice(start, positions[index + 1]),
    isFilter: covers(filters, start),
    isWrong: covers(errors, start),
  }));
}

function covers(spans: readonly Span[], position: number): boolean {
  return spans.some(({ start, end }) => start <= position && position < end);
}
