/** Adjacent digits in a readable text. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** The text between the group before and this one, if it may be a separator; otherwise undefined. */
  readonly gap: string | undefined;
}

/** Maximum length of a separator, in characters. */
const MAX_GAP_LENGTH = 5;

/** All groups of digits, in the order of the text. */
export function findDigitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const { index: start, 0: digits } of text.matchAll(/\d+/g)) {
    const previousEnd = groups.at(-1)?.end;
    const isNear = previousEnd !== undefined && start - previousEnd <= MAX_GAP_LENGTH;
    groups.push({
      start,
      end: start + digits.length,
      digits,
      gap: isNear ? text.slice(previousEnd, start) : undefined,
    });
  }
  return groups;
}
