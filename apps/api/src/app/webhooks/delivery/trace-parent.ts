import { randomBytes } from 'node:crypto';

/**
 * The header `traceparent` of a try (W3C Trace Context). The trace id is the id of the delivery without its dashes, so all tries of a
 * delivery are one trace, which the log of deliveries can be searched for. Each try is a span of its own. Sampled, because receivers
 * usually drop the traces of senders that do not sample.
 *
 * It is not the trace of the request that made the change: that request has ended, and the feed of events does not keep its trace.
 */
export function traceParentOf(deliveryId: string): string {
  return `00-${deliveryId.replaceAll('-', '')}-${randomBytes(8).toString('hex')}-01`;
}
