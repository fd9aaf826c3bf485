/** An error that ends the command with one line for the user. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
