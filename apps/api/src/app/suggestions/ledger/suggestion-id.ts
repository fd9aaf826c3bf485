import { randomUUIDv7 } from 'node:crypto';

/** A UUID of version 7, which begins with its time (RFC 9562, 5.7). */
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** How long the row of a suggestion may take to be written, in milliseconds. The queue retries while the database is away. */
const WRITING_MS = 10 * 60_000;
/** How far the clocks of two processes may differ, in milliseconds. */
const CLOCKS_MS = 60_000;

export function newSuggestionId(): string {
  return randomUUIDv7();
}

export function isSuggestionId(id: string): boolean {
  return UUID_V7.test(id);
}

/** When the suggestion was asked for, to the millisecond. */
export function askedAt(id: string): Date {
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** The smallest id of a suggestion that was asked for at this time or later. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Whether the row of a suggestion may still be on its way to the database. */
export function maybeUnwritten(id: string, now = Date.now()): boolean {
  const age = now - askedAt(id).getTime();
  return age > -CLOCKS_MS && age < WRITING_MS;
}
