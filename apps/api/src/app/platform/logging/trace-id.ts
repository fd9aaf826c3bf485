import type { IncomingMessage } from 'node:http';

/**
 * The header `traceparent` of W3C Trace Context: version, trace id, parent id and flags. A later version may add fields. Ids of
 * zeros only are invalid, and so is the version ff.
 */
const TRACEPARENT =
  /^(?:00-(?<traceId>(?!0{32})[\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}|(?!00|ff)[\da-f]{2}-(?<laterTraceId>(?!0{32})[\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-.*)?)$/;

/** Maximum length of the header, in characters. Version 00 has 55. */
const MAX_LENGTH = 256;

/** The trace that a request belongs to, as its `traceparent` names it; undefined without a valid one. */
export function traceIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const { traceparent } = headers;
  if (typeof traceparent !== 'string' || traceparent.length > MAX_LENGTH) return undefined;
  const { traceId, laterTraceId } = TRACEPARENT.exec(traceparent)?.groups ?? {};
  return traceId ?? laterTraceId;
}
