/**
 * Control characters (ANSI escapes, C0 and C1), breaks of lines and paragraphs, and characters that change the direction of the text
 * around them (UAX #9).
 */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Escapes foreign text for a terminal or a log. Characters that a terminal would obey, or that would forge a line, become escapes such as
 * `\u001b`.
 */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Like {@link toPrintable}, for a text of several lines. */
export function toPrintableLines(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}
