import { Transform } from 'class-transformer';

/** An empty value in a URL counts as absent. */
export function EmptyToUndefined(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (isBlank(value) ? undefined : value));
}

/** Converts a plain decimal number in a URL. Other text stays as it is, and validation rejects it. */
export function ToNumber(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (isBlank(value)) return undefined;
    return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  });
}

/** Converts comma-separated or repeated values in a URL into a list without duplicates and empty values. */
export function ToList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    const texts = [value].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : part));
    const values = texts.filter((text) => text !== undefined && !isBlank(text));
    return values.length ? [...new Set(values)] : undefined;
  });
}

/** Converts values that a URL may repeat into a list. Unlike {@link ToList}, a comma belongs to its value. */
export function ToRepeated(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    const values: unknown[] = [value].flat().filter((one) => one !== undefined && !isBlank(one));
    return values.length ? values : undefined;
  });
}

/** Converts `true` and `false` in a URL. A parameter without a value is `true`. Other text stays as it is, and validation rejects it. */
export function ToBoolean(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    return value === 'true' || isBlank(value) ? true : value === 'false' ? false : value;
  });
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
