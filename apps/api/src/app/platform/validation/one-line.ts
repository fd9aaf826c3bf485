import { Transform } from 'class-transformer';

/** Line breaks and other white space, control characters, and those that change the direction of the text around them. */
const NOT_IN_A_LINE = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Invisible characters: soft hyphens, marks of a direction, zero-width spaces, joiners of words, invisible operators. Zero-width
 * joiners and non-joiners stay, because some scripts and emoji need them.
 */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]+/g;

/**
 * A text in one line, for the names of people and things. Invisible characters go, because two names would look the same. Each run of
 * others that do not belong in a line becomes one space.
 */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(NOT_IN_A_LINE, ' ').trim();
}

/** Puts a text into one line before it is validated. Other values stay as they are. */
export function OneLine(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? oneLine(value) : value));
}
