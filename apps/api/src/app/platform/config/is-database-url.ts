import { ValidateBy } from 'class-validator';

/** A URL that names a PostgreSQL database. A special character in its password has to be percent-encoded, or it ends there. */
export function IsDatabaseUrl(): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseUrl',
    validator: {
      validate: (value) => typeof value === 'string' && /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
      defaultMessage: () =>
        '$property must be like postgres://user:password@host:5432/name, with special characters percent-encoded',
    },
  });
}
