import { type NamePlace, placeNames } from './name-places';

const AFTER = { line: 0, isBefore: false };
const BEFORE = { line: 0, isBefore: true };
const UPPER_AFTER = { line: 1, isBefore: false };
const UPPER_BEFORE = { line: 1, isBefore: true };

it.each<[string, [at: number, width: number][], (NamePlace | undefined)[]]>([
  ['after its mark', [[0.2, 0.3]], [AFTER]],
  ['before a mark at the end', [[0.9, 0.3]], [BEFORE]],
  ['nowhere if it is too long', [[0.5, 0.6]], [undefined]],
  ['beside another one', [[0.1, 0.3], [0.4, 0.3]], [AFTER, AFTER]],
  ['above the next one, whose line ends below it', [[0.1, 0.3], [0.2, 0.3]], [UPPER_AFTER, AFTER]],
  ['above the one before, whose line ends below it', [[0.6, 0.3], [0.8, 0.3]], [BEFORE, UPPER_BEFORE]],
  ['before its mark, if two others need the room', [[0.5, 0.4], [0.55, 0.4], [0.6, 0.4]], [BEFORE, UPPER_AFTER, AFTER]],
])('puts a name %s', (_, marks, places) => {
  expect(placeNames(marks.map(([at, width]) => ({ at, width })))).toEqual(places);
}); // prettier-ignore

it('names as many as possible, without a line through a name', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const numbers = Array.from({ length: 10 }, (_, n) => (Math.abs(Math.sin(seed * 10 + n)) * 10_000) % 1);
    const marks = numbers.toSorted((one, other) => one - other).map((at) => ({ at, width: 0.15 }));

    const placed = placeNames(marks).flatMap((place, n) => {
      const { at, width } = marks[n]!;
      return place
        ? { ...place, at, start: place.isBefore ? at - width : at, end: place.isBefore ? at : at + width }
        : [];
    });

    expect(placed.length).toBeGreaterThan(2);
    for (const name of placed) {
      expect(name.start).toBeGreaterThanOrEqual(0);
      expect(name.end).toBeLessThanOrEqual(1);
      const others = placed.filter((other) => other !== name);
      const crossed = others.filter(({ at, line }) => line >= name.line && at > name.start && at < name.end);
      expect(crossed).toEqual([]);
      const overlaid = others.filter(
        ({ line, start, end }) => line === name.line && start < name.end && name.start < end,
      );
      expect(overlaid).toEqual([]);
    }
  }
});

it('looks for places for the latest names only, of many', () => {
  const places = placeNames(Array.from({ length: 40 }, (_, n) => ({ at: n / 40, width: 0.02 })));

  expect(places.map((place) => place !== undefined)).toEqual([
    ...Array<boolean>(34).fill(false),
    ...Array<boolean>(6).fill(true),
  ]);
});
