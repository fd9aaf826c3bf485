/** The value itself when it is one of the options, else `undefined`: for input from a URL, a file or a model. */
export function oneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value);
}
