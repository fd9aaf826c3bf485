import { Transform } from 'class-transformer';

/** An empty value in a URL stands for no value at all. */
export function BlankIsAbsent(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (isBlank(value) ? undefined : value));
}

/** A number in a URL; what is no plain decimal number stays the text it is, for the validation to refuse. */
export function ToNumber(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (isBlank(value)) return undefined;
    return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  });
}

/** Several values in a URL, comma-separated or repeated, each of them once; empty ones are left out. */
export function ToList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    const texts = [value].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : part));
    const given = texts.filter((text) => text !== undefined && !isBlank(text));
    return given.length ? [...new Set(given)] : undefined;
  });
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
