import { ValidateBy } from 'class-validator';
import { parseRfc3339 } from './rfc3339';

/** Tolerance for a source whose clock is ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The field is the time when a ticket was filed: RFC 3339 with a time zone, from 1970 until now. */
export function IsCreationTime(): PropertyDecorator {
  return ValidateBy({
    name: 'isCreationTime',
    validator: {
      validate: (value: unknown) => creationTimeError(value) === undefined,
      defaultMessage: (validation) => `$property ${creationTimeError(validation?.value) ?? 'is not valid'}`,
    },
  });
}

function creationTimeError(value: unknown): string | undefined {
  const time = typeof value === 'string' ? parseRfc3339(value) : undefined;
  if (!time) return 'must be an RFC 3339 time with its zone, like 2026-11-22T09:14:03Z';
  if (time.getTime() < 0) return 'must not be before 1970';
  if (time.getTime() > Date.now() + CLOCK_SKEW_MS) return 'must not be in the future';
  return undefined;
}
