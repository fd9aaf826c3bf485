import { Transform } from 'class-transformer';

/** Reads the text of a setting as a number. */
export const ParseNumber = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));

/** Reads the text of a setting as `true` or `false`. */
export const ParseBoolean = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** The parts of a comma-separated setting, without blank ones. */
export function splitList(text: string): readonly string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}
