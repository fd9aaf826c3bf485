import fc from 'fast-check';
import { nearestWord } from './nearest-word';

/** Optimal string alignment, from its recursive definition. */
function distance(one: string, other: string): number {
  if (!one || !other) return one.length + other.length;
  const swap = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  return Math.min(
    distance(one.slice(0, -1), other) + 1,
    distance(one, other.slice(0, -1)) + 1,
    distance(one.slice(0, -1), other.slice(0, -1)) + (one.at(-1) === other.at(-1) ? 0 : 1),
    swap ? distance(one.slice(0, -2), other.slice(0, -2)) + 1 : Infinity,
  );
}

describe('nearestWord', () => {
  it.each([
    ['stauts', 'status'],
    ['tags', 'tag'],
    ['prio', 'priority'],
    ['STATUS', 'status'],
    ['xyz', undefined],
    ['', undefined],
  ])('finds for %p: %p', (typed, expected) => {
    expect(nearestWord(typed, ['status', 'tag', 'priority'])).toBe(expected);
  });

  it('finds the first one of those with the fewest differences', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (typed, options) => {
        const ranked = options.map((option) => {
          const isBeginning = (typed.length >= 2 && option.startsWith(typed)) || typed === `${option}s`;
          const least = isBeginning ? 1 : distance(typed, option);
          return { option, least, isNear: least <= Math.max(1, Math.floor(option.length / 3)) };
        });
        const near = ranked.filter(({ isNear }) => isNear).sort((a, b) => a.least - b.least);
        expect(nearestWord(typed, options)).toBe(near[0]?.option);
      }),
    );
  });

  it('allows five differences in a long name', () => {
    const name = 'Maximilian Alexander Mustermann';
    expect(nearestWord('Maksimilian Aleksander Musterman', [name])).toBe(name);
    expect(nearestWord('Moksimilion Oleksonder Musterman', [name])).toBeUndefined();
  });

  it('looks up names among ten thousand in a moment', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `Maximilian Mustermann ${index}`);
    const start = Date.now();

    for (let value = 0; value < 2; value++) nearestWord(`Maxmilan Musterfau ${value}`, names);

    expect(Date.now() - start).toBeLessThan(3000); // 20 ms on an idle machine, and 400 ms in Jest
  });
});
