import { ValidateBy, type ValidationArguments } from 'class-validator';
import { DatabaseUrlError, parseDatabaseUrl } from '../database/hosts/database-url';

/** The field is the URL of a PostgreSQL database. Special characters in a password must be percent-encoded: some would end the password. */
export function IsDatabaseUrl(): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseUrl',
    validator: {
      validate: (value) => problemOf(value) === undefined,
      defaultMessage: (argument) => `$property ${problemOf((argument as ValidationArguments).value)}`,
    },
  });
}

function problemOf(value: unknown): string | undefined {
  try {
    parseDatabaseUrl(typeof value === 'string' ? value : '');
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseUrlError) return error.message;
    throw error;
  }
}
