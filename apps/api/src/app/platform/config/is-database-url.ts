import { ValidateBy, type ValidationArguments } from 'class-validator';
import { DatabaseUrlError, MAX_HOSTS, parseDatabaseUrl } from '../database/hosts/database-url';

/** The field is the URL of a PostgreSQL database. Special characters in a password must be percent-encoded: some would end the password. */
export function IsDatabaseUrl({ hosts = MAX_HOSTS } = {}): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseUrl',
    validator: {
      validate: (value) => problemOf(value, hosts) === undefined,
      defaultMessage: (argument) => `$property ${problemOf((argument as ValidationArguments).value, hosts)}`,
    },
  });
}

function problemOf(value: unknown, maxHosts: number): string | undefined {
  try {
    const { hosts } = parseDatabaseUrl(typeof value === 'string' ? value : '');
    return hosts.length > maxHosts ? 'must name one host' : undefined;
  } catch (error) {
    if (error instanceof DatabaseUrlError) return error.message;
    throw error;
  }
}
