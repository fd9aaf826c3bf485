import { ValidateBy } from 'class-validator';
import { parseRfc3339 } from './rfc3339';

/** How far ahead the clock of the source may be, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/** A field that says when a ticket was filed: an RFC 3339 time with its zone, from 1970 until now. */
export function IsCreationTime(): PropertyDecorator {
  return ValidateBy({
    name: 'isCreationTime',
    validator: {
      validate: (value: unknown) => creationTimeProblem(value) === undefined,
      defaultMessage: (validation) => creationTimeProblem(validation?.value) ?? '',
    },
  });
}

function creationTimeProblem(value: unknown): string | undefined {
  const moment = typeof value === 'string' ? parseRfc3339(value) : undefined;
  if (!moment) return 'must be an RFC 3339 time with its zone, like 2026-11-22T09:14:03Z';
  if (moment.getTime() < 0) return 'must not be before 1970';
  if (moment.getTime() > Date.now() + CLOCK_SKEW) return 'must not be in the future';
  return undefined;
}
