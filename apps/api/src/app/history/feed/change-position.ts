import type { FeedCursor } from './feed-cursor';

/** How far a reader of {@link ChangeFeed} has read: up to an event, and of an import up to one of its tickets. */
export interface ChangePosition extends FeedCursor {
  /** The number of tickets of the event that have been read; undefined for all of them. */
  readonly tickets?: number;
}

/** Before the first event that a database can have. */
export const START: ChangePosition = { epoch: '0', horizon: '0', id: '0' };

const POSITION = /^(\d{1,19})\.(\d{1,19})\.(\d{1,19})(?:\.(\d{1,3}))?$/;

/** The form of a position, for OpenAPI. */
export const POSITION_PATTERN = POSITION.source;

/** The largest bigint of PostgreSQL. */
const MAX = 9_223_372_036_854_775_807n;

export function encodeChangePosition({ epoch, horizon, id, tickets }: ChangePosition): string {
  return [epoch, horizon, id, ...(tickets === undefined ? [] : [tickets])].join('.');
}

/** Decodes a position; undefined if the text is none. A number beyond the largest one of the database becomes that one. */
export function decodeChangePosition(text: string): ChangePosition | undefined {
  const [, epoch, horizon, id, tickets] = POSITION.exec(text) ?? [];
  if (epoch === undefined || horizon === undefined || id === undefined) return undefined;
  return {
    epoch: bounded(epoch),
    horizon: bounded(horizon),
    id: bounded(id),
    ...(tickets !== undefined && { tickets: Number(tickets) }),
  };
}

function bounded(digits: string): string {
  const number = BigInt(digits);
  return String(number > MAX ? MAX : number);
}
