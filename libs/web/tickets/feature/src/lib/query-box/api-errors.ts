import { type QueryError, parseTicketQuery } from '@docket/ticket-query';
import type { Problem } from '@docket/web/http';

/** The errors of `q` in the API's answer, at their places in the text of the box, which may begin with spaces. */
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
