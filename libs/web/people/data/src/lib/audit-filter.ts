import { SECURITY_EVENTS, type SecurityEventName, oneOf } from '@docket/domain';
import { readDay, readId } from '@docket/web/http';

/** Filters of the audit log. An event has to match all of them; an absent filter matches every event. */
export interface AuditFilter {
  readonly event?: SecurityEventName;
  /** Id of the person who acted or who is concerned. */
  readonly person?: number;
  /** First UTC day, YYYY-MM-DD. */
  readonly from?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly to?: string;
}

/** Query parameters of a filter, for the URLs of the API and of the page; `null` for each unset one. */
export function toAuditParams({ event, person, from, to }: AuditFilter): Record<string, string | null> {
  return { event: event ?? null, person: person?.toString() ?? null, from: from ?? null, to: to ?? null };
}

/** Parses a filter from query parameters. Invalid values count as unset. */
export function readAuditFilter({ event, person, from, to }: Readonly<Record<string, unknown>>): AuditFilter {
  return { event: oneOf(SECURITY_EVENTS, event), person: readId(person), from: readDay(from), to: readDay(to) };
}
