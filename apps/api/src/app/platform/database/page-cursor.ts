import { ID_MAX } from '@docket/domain';

/**
 * The position of a page in a list that is sorted by creation time and id, or by a rank before them. The page starts next to this
 * item and does not include it.
 */
export interface PageCursor {
  /** Creation time of the item: RFC 3339 in UTC, to the millisecond. */
  readonly created_at: string;
  readonly id: number;
  /** The rank of the item: a whole number from 0 to 99. Absent if the list is sorted by time alone. */
  readonly rank?: number;
  /** `next`: the items that follow; `prev`: the items that come before. */
  readonly direction: 'next' | 'prev';
}

/** Encodes a cursor as opaque text for a URL. */
export function encodeCursor({ created_at, id, rank, direction }: PageCursor): string {
  return Buffer.from(JSON.stringify({ created_at, id, rank, direction })).toString('base64url');
}

/** Decodes a cursor; undefined if the text is undefined or not the output of {@link encodeCursor}. */
export function decodeCursor(text: string | undefined): PageCursor | undefined {
  if (text === undefined) return undefined;
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as PageCursor;
    const hasKey = isTime(cursor.created_at) && isId(cursor.id) && isRank(cursor.rank);
    const isKnown = hasKey && ['next', 'prev'].includes(cursor.direction);
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
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= ID_MAX;
}

function isRank(value: unknown): boolean {
  return value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 99);
}
