import type { FeedCursor } from './feed-cursor';

/** A reader's position in {@link ChangeFeed}: an event, and for an import the number of its tickets that have been read. */
export interface ChangePosition extends FeedCursor {
  /** Number of tickets of the event that have been read; undefined means all. */
  readonly tickets?: number;
}

/** The position before the first event of any database. */
export const START: ChangePosition = { epoch: '0', horizon: '0', id: '0' };

const POSITION = /^(\d{1,19})\.(\d{1,19})\.(\d{1,19})(?:\.(\d{1,3}))?$/;

/** Pattern of an encoded position, for OpenAPI. */
export const POSITION_PATTERN = POSITION.source;

/** Maximum bigint of PostgreSQL. */
const MAX = 9_223_372_036_854_775_807n;

export function encodeChangePosition({ epoch, horizon, id, tickets }: ChangePosition): string {
  return [epoch, horizon, id, ...(tickets === undefined ? [] : [tickets])].join('.');
}

/** Decodes a position; undefined if the text is malformed. Numbers above the maximum bigint are clamped. */
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
