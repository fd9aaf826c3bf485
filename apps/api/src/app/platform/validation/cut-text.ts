/** Maximum length of a name that a response or a log line repeats, in UTF-16 code units. No known name is longer. */
export const MAX_NAME_LENGTH = 100;

/** The text, or its start and an ellipsis if it is longer than `maxLength` UTF-16 code units. Keeps surrogate pairs whole. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength);
  return `${/[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start}…`;
}
