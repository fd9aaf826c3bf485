import { randomBytes } from 'node:crypto';

/**
 * The `traceparent` header of an attempt (W3C Trace Context). The trace id is the id of the delivery without dashes, so all attempts of a
 * delivery belong to one trace, and the delivery log can be searched for it. Each attempt is a span of its own. Marked as sampled, because
 * receivers usually drop the traces of senders that do not sample.
 *
 * The trace of the request that made the change is not continued: that request has ended, and the feed does not store its trace.
 */
export function traceParentOf(deliveryId: string): string {
  return `00-${deliveryId.replaceAll('-', '')}-${randomBytes(8).toString('hex')}-01`;
}
