/** Maximum number of differing letters. More make another word, and comparing long names would take long. */
const MOST_DIFFERENCES = 5;

/**
 * The option nearest to a mistyped word; undefined if none is near enough. Up to a third of the letters may differ, and at most
 * {@link MOST_DIFFERENCES}.
 */
export function nearestWord<T extends string>(word: string, options: readonly T[]): T | undefined {
  const typed = word.toLowerCase();
  let nearest: T | undefined;
  let least = Infinity;
  for (const option of options) {
    const known = option.toLowerCase();
    const allowed = Math.max(1, Math.min(MOST_DIFFERENCES, Math.floor(known.length / 3)));
    const most = Math.min(allowed, least - 1);
    const distance = isBeginning(typed, known) ? 1 : editDistance(typed, known, most);
    if (distance <= most) [nearest, least] = [option, distance];
    if (least === 0) break;
  }
  return nearest;
}

/** Whether the text is an unfinished word, or its plural. */
function isBeginning(typed: string, known: string): boolean {
  return (typed.length >= 2 && known.startsWith(typed)) || typed === `${known}s`;
}

/**
 * Edit distance with swaps of neighbouring letters (optimal string alignment). Skips cells that can only exceed `most`, and stops once the
 * distance does, because one word is compared with thousands of names.
 */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  let current: number[] = [];
  let lastLeast = 0;
  for (let row = 1; row <= one.length; row++) {
    // Cells further from the diagonal are above `most`. The next row reads one cell on each side of these.
    const first = Math.max(1, row - most);
    const end = Math.min(other.length, row + most);
    let least = (current[first - 1] = first === 1 ? row : Infinity);
    for (let column = first; column <= end; column++) {
      const isEqual = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const distance = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (isEqual ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      );
      current[column] = distance;
      least = Math.min(least, distance);
    }
    current[end + 1] = Infinity;
    // A swap reads the row before the last, so both rows have to exceed `most`.
    if (least > most && lastLeast > most) return Infinity;
    [beforeLast, last, current, lastLeast] = [last, current, beforeLast, least];
  }
  return last[other.length] ?? Infinity;
}
