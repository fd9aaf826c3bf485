/** A mark on an axis, and the width of its name, as shares of the width of the chart. */
interface Mark {
  readonly at: number;
  readonly width: number;
}

/** Where the name of a mark stands above the chart. */
export interface NamePlace {
  /** 0 for the line next to the chart. The line of a mark reaches up to its name. */
  readonly line: number;
  /** Whether the name ends at its mark. Otherwise, it begins there. */
  readonly isBefore: boolean;
}

/** Lines first, then sides: the first place that is free is taken. */
const PLACES: readonly NamePlace[] = [
  { line: 0, isBefore: false },
  { line: 1, isBefore: false },
  { line: 0, isBefore: true },
  { line: 1, isBefore: true },
];
/** Names that are placed, the latest ones: each further one multiplies the ways to place them by five. */
const NAMES_MAX = 6;

interface PlacedName extends NamePlace {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Places as many names as possible on two lines, so that no name meets another one or the line of another mark.
 * @param marks from left to right
 * @returns a place for each mark; undefined without room for its name
 */
export function placeNames(marks: readonly Mark[]): (NamePlace | undefined)[] {
  const unplaced = Math.max(0, marks.length - NAMES_MAX);
  const search = (index: number, placed: readonly PlacedName[]): (PlacedName | undefined)[] => {
    const mark = marks[index];
    if (!mark) return [];
    let best: (PlacedName | undefined)[] | undefined;
    for (const name of freePlaces(mark, placed)) {
      const found = [name, ...search(index + 1, [...placed, name])];
      if (!best || named(found) > named(best)) best = found;
      if (named(best) === best.length) return best;
    }
    const without = [undefined, ...search(index + 1, placed)];
    return best && named(best) >= named(without) ? best : without;
  };
  const places = search(unplaced, []).map((name) => name && { line: name.line, isBefore: name.isBefore });
  return [...Array<undefined>(unplaced), ...places];
}

function freePlaces({ at, width }: Mark, placed: readonly PlacedName[]): PlacedName[] {
  return PLACES.map((place) => {
    const start = place.isBefore ? at - width : at;
    return { ...place, at, start, end: start + width };
  }).filter((name) => name.start >= 0 && name.end <= 1 && !placed.some((other) => meets(name, other)));
}

function meets(one: PlacedName, other: PlacedName): boolean {
  if (one.line === other.line) return one.start < other.end && other.start < one.end;
  const [lower, upper] = one.line < other.line ? [one, other] : [other, one];
  return lower.start < upper.at && upper.at < lower.end;
}

function named(names: readonly (PlacedName | undefined)[]): number {
  return names.filter((name) => name !== undefined).length;
}
