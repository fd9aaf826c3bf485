import { Transform } from 'class-transformer';

/** Line breaks and other white space, control characters, and those that change the direction of the text around them. */
const NOT_IN_A_LINE = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text in one line, for the names of people and things: each run of characters that do not belong there becomes one space. */
export function oneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').trim();
}

/** Puts a text into one line before it is validated. Other values stay as they are. */
export function OneLine(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? oneLine(value) : value));
}
