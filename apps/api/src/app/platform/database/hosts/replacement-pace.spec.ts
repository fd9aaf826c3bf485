import { ReplacementPace } from './replacement-pace';

/** The seconds in which connections are replaced, if a write fails in each of these seconds. */
function replacedAt(seconds: readonly number[]): readonly number[] {
  const pace = new ReplacementPace();
  return seconds.filter((second) => pace.isDue(second * 1000));
}

const everySecond = Array.from({ length: 100 }, (_, second) => second);

it('doubles up to half a minute while a database stays read-only', () => {
  expect(replacedAt(everySecond)).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
});

it('starts again at a second after a time without failures', () => {
  expect(replacedAt([0, 1, 3, 100, 101])).toEqual([0, 1, 3, 100, 101]);
});
