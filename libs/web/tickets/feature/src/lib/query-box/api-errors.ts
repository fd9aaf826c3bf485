import { type QueryError, parseTicketQuery } from '@docket/ticket-query';
import type { Problem } from '@docket/web/http';

/** The API's errors of `q`, at their positions in the box's text, which may start with spaces. */
export function apiErrors(problem: Problem | undefined, text: string): QueryError[] {
  const shift = text.length - text.trimStart().length;
  const { terms } = parseTicketQuery(text);
  return (problem?.errors ?? []).flatMap(({ parameter, position, detail, suggestion }) => {
    if (parameter !== 'q' || position === undefined) return [];
    const start = position + shift;
    const places = terms.flatMap((term) => [...term.values, term]);
    const end = places.find((place) => place.start === start)?.end ?? text.length;
    const correction =
      suggestion === undefined ? undefined : { start: shift, end: text.trimEnd().length, text: suggestion };
    return { start, end, message: detail, ...(correction && { correction }) };
  });
}
