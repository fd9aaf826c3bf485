import { ValidateBy } from 'class-validator';

/** The field is the URL of a PostgreSQL database. Special characters in a password must be percent-encoded: some would end the password. */
export function IsDatabaseUrl(): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseUrl',
    validator: {
      validate: (value) => typeof value === 'string' && /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value),
      defaultMessage: () =>
        '$property must be like postgres://user:password@host:5432/name, with special characters percent-encoded',
    },
  });
}
