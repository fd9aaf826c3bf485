import { Transform } from 'class-transformer';

/** Removes white space from both ends of a text, before it is validated. Other values stay as they are. */
export function Trim(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => trimText(value));
}

/** A text without white space at its ends; any other value as it is. */
export function trimText(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
