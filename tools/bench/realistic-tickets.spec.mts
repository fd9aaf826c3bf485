import { realisticTickets, seededRandom } from './realistic-tickets.mts';

const END = Date.UTC(2026, 0, 1);
const some = (seed: number) => [...realisticTickets(500, seed, END)];

it('makes the same tickets for the same seed', () => {
  expect(some(1)).toEqual(some(1));
  expect(some(1)).not.toEqual(some(2));
});

it('makes them oldest first, within two years, most of them in the last year', () => {
  const times = some(1).map(({ createdAt }) => createdAt.getTime());

  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThanOrEqual(END - 730 * 86_400_000);
  expect(times.at(-1)).toBeLessThanOrEqual(END);
  expect(times.filter((time) => time > END - 365 * 86_400_000).length).toBeGreaterThan(250);
});

it('fills every slot of its sentences', () => {
  const texts = some(1).map(({ title, description }) => title + description);

  expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
});

it('generates numbers from 0 to 1, spread evenly', () => {
  const random = seededRandom(7);
  const numbers = Array.from({ length: 1000 }, () => random());

  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.filter((number) => number < 0.5).length / 1000).toBeCloseTo(0.5, 1);
});
