/** Returns the value if it is one of the options, otherwise undefined. For input from a URL, a file or a model. */
export function oneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value);
}
