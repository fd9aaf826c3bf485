import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';

/** Reads the text of a setting as a number. */
export const ParseNumber = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));

/** Reads the text of a setting as `true` or `false`. */
export const ParseBoolean = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** The field is a boolean. The message names the two texts that {@link ParseBoolean} reads. */
export const IsTrueOrFalse = () => IsBoolean({ message: '$property must be true or false' });

/** The parts of a comma-separated setting, without blank ones. */
export function splitList(text: string): readonly string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}
