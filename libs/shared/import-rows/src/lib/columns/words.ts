/** Splits a comma-separated list of words. */
export function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}
