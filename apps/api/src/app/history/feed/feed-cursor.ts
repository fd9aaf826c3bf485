/** The position of a reader in the feed: the epoch, the horizon and the id of the event that it has read last. */
export interface FeedCursor {
  readonly epoch: string;
  readonly horizon: string;
  readonly id: string;
}

const CURSOR = /^(\d{1,19})\.(\d{1,19})\.(\d{1,19})$/;

/** The largest bigint of PostgreSQL. */
const MAX = 9_223_372_036_854_775_807n;

export function encodeFeedCursor({ epoch, horizon, id }: FeedCursor): string {
  return `${epoch}.${horizon}.${id}`;
}

/** Decodes a cursor; undefined if the text is undefined or no cursor. */
export function decodeFeedCursor(text: string | undefined): FeedCursor | undefined {
  const [, epoch = '', horizon = '', id = ''] = CURSOR.exec(text ?? '') ?? [];
  if (!id || [epoch, horizon, id].some((part) => BigInt(part) > MAX)) return undefined;
  return { epoch, horizon, id };
}
