/**
 * Tells the person who starts Docket why it cannot start and how to fix that. Printed without a stack. The message must not
 * contain a password or a key.
 */
export class StartupError extends Error {
  override readonly name: string = 'StartupError';
}
