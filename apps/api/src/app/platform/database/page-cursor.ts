/**
 * The position of a page in a list that is sorted by creation time and id, newest first. The page starts next to this item and does
 * not include it.
 */
export interface PageCursor {
  /** When the item was created: RFC 3339 in UTC, to the millisecond. */
  readonly created_at: string;
  readonly id: number;
  /** `next`: the older items that follow; `prev`: the newer items that come before. */
  readonly direction: 'next' | 'prev';
}

/** Encodes a cursor as opaque text for a URL. */
export function encodeCursor({ created_at, id, direction }: PageCursor): string {
  return Buffer.from(JSON.stringify({ created_at, id, direction })).toString('base64url');
}

/** Decodes a cursor; undefined if the text is undefined or not the output of {@link encodeCursor}. */
export function decodeCursor(text: string | undefined): PageCursor | undefined {
  if (text === undefined) return undefined;
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as PageCursor;
    const isKnown = isTime(cursor.created_at) && isId(cursor.id) && ['next', 'prev'].includes(cursor.direction);
    return isKnown && encodeCursor(cursor) === text ? cursor : undefined;
  } catch {
    return undefined; // not JSON, or not an object
  }
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-/.test(value)) return false; // PostgreSQL has no year 0
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

function isId(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2_147_483_647;
}
