/**
 * Why Docket cannot start, in words for the person who starts it: what is wrong, and where to mend it.
 * Printed as it is, without a stack, so a message never holds a password or a key.
 */
export class StartupError extends Error {
  override readonly name: string = 'StartupError';
}
