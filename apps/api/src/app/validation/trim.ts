import { Transform } from 'class-transformer';

/** Takes the spaces off both ends of a text, before it is validated. Other values stay as they are. */
export function Trim(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}
