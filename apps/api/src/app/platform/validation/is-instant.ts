import { ValidateBy, type ValidationOptions, buildMessage } from 'class-validator';

/** The field is a moment with its distance to UTC, as RFC 3339 writes it. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: buildMessage((each) => `${each}$property must be a time such as 2026-11-22T13:40:00Z`, options),
      },
    },
    options,
  );
}

function isInstant(value: unknown): boolean {
  const isWritten =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(value);
  return isWritten && !Number.isNaN(Date.parse(value));
}
