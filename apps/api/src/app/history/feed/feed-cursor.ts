/** A reader's position in the feed: the epoch, horizon and id of the last event that it has read. */
export interface FeedCursor {
  readonly epoch: string;
  readonly horizon: string;
  readonly id: string;
}

const CURSOR = /^(\d{1,19})\.(\d{1,19})\.(\d{1,19})$/;

/** Maximum bigint of PostgreSQL. */
const MAX = 9_223_372_036_854_775_807n;

export function encodeFeedCursor({ epoch, horizon, id }: FeedCursor): string {
  return `${epoch}.${horizon}.${id}`;
}

/** Decodes a cursor; undefined if the text is undefined or malformed. */
export function decodeFeedCursor(text: string | undefined): FeedCursor | undefined {
  const [, epoch = '', horizon = '', id = ''] = CURSOR.exec(text ?? '') ?? [];
  if (!id || [epoch, horizon, id].some((part) => BigInt(part) > MAX)) return undefined;
  return { epoch, horizon, id };
}
