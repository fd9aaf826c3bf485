/** Why the command cannot go on, in one line for the person who ran it. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
