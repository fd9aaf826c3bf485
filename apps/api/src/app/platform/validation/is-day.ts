import { ValidateBy, type ValidationOptions, buildMessage } from 'class-validator';

/** The field is a day that exists, as `YYYY-MM-DD`. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: isDay,
        defaultMessage: buildMessage((each) => `${each}$property must be a day such as 2026-11-22`, options),
      },
    },
    options,
  );
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value); // 30 February would become 2 March
}
