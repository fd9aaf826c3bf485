/** The words of a text that separates them by commas. */
export function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}
