/** The code of a host that responds and accepts no changes. */
export const READ_ONLY_HOST = 'READ_ONLY_HOST';

/** The error code if no host of an address can be used. */
export const NO_HOST = 'NO_HOST';

/** A connection to one of several hosts was not opened. The code is that of the cause. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: string | undefined;

  constructor(
    readonly host: string,
    cause: unknown,
  ) {
    super(`${host}: ${reasonOf(cause)}`, { cause });
    this.code = (cause as NodeJS.ErrnoException).code;
  }
}

/** No host can be used. The message names each one that was tried, and why it failed. */
export class NoHostError extends AggregateError {
  override readonly name = 'NoHostError';
  readonly code = NO_HOST;
  declare readonly errors: HostError[];

  constructor(failures: readonly HostError[]) {
    super(failures, failures.map(({ message }) => message).join('; '));
  }
}

/** The reason if a server asks for a password. `pg` names a step of its protocol instead. */
export const NO_PASSWORD = 'it asks for a password, and there is none';

/** An error in words. A host name with several addresses causes an AggregateError, which has a code but no message. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  if (/client password must be a/.test(message)) return NO_PASSWORD;
  return message || code || 'unknown reason';
}
