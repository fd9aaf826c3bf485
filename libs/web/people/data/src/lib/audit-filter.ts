import { SECURITY_EVENTS, type SecurityEventName, oneOf } from '@docket/domain';
import { readDay, readId } from '@docket/web/http';

/** Filters of the audit log. An event has to match all of them; an absent one matches every event. */
export interface AuditFilter {
  readonly event?: SecurityEventName;
  /** The id of a person who acted or whom the event is about. */
  readonly person?: number;
  /** First UTC day, YYYY-MM-DD. */
  readonly from?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly to?: string;
}

/** Query parameters for a filter, the same in the API's URL and in the page's; `null` for each unset one. */
export function toAuditParams({ event, person, from, to }: AuditFilter): Record<string, string | null> {
  return { event: event ?? null, person: person?.toString() ?? null, from: from ?? null, to: to ?? null };
}

/** The filter in query parameters. Invalid values count as unset. */
export function readAuditFilter({ event, person, from, to }: Readonly<Record<string, unknown>>): AuditFilter {
  return { event: oneOf(SECURITY_EVENTS, event), person: readId(person), from: readDay(from), to: readDay(to) };
}
