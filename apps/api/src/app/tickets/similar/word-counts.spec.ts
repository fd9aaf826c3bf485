import { comparedWords } from './compared-words';
import { WordCounts } from './word-counts';

const TEXTS = ['printer jam', 'printer ink', 'printer fan', 'badge jam', 'xylophone'];

it('says more of a word the fewer tickets have it', async () => {
  const counts = await WordCounts.of(TEXTS, 5);

  const [printer, jam, xylophone] = ['printe', 'jam', 'xyloph'].map((word) => counts.weightOf(word));
  expect(printer).toBeLessThan(jam as number);
  expect(jam).toBeLessThan(xylophone as number);
});

it('takes a word of one ticket like an unknown one', async () => {
  const counts = await WordCounts.of(TEXTS, 5);

  expect(counts.weightOf('xyloph')).toBe(counts.weightOf('zeppel'));
  expect([counts.has('jam'), counts.has('xyloph')]).toEqual([true, false]);
});

it('weighs the words of a sampled ticket as without it', async () => {
  const [text, ...others] = TEXTS as [string, ...string[]];
  const without = (await WordCounts.of(TEXTS, 5)).without(comparedWords(text));
  const ofOthers = await WordCounts.of(others, 4);

  for (const word of ['printe', 'jam', 'xyloph', 'zeppel']) {
    expect([word, without.weightOf(word), without.has(word)]).toEqual([
      word,
      ofOthers.weightOf(word),
      ofOthers.has(word),
    ]);
  }
});

it('estimates how many of all tickets have the letters of a word, also apart', async () => {
  const counts = await WordCounts.of(['ether hering', 'thermal', 'printer'], 3000);

  expect(counts.estimateFound('therin')).toBe(1000);
  expect(counts.estimateFound('ing')).toBe(1000);
  expect(counts.estimateFound('rin')).toBe(2000);
  expect(counts.estimateFound('zeppel')).toBe(0);
});

it('estimates from a part of many texts', async () => {
  const texts = Array.from({ length: 2000 }, (_, n) => (n % 8 < 4 ? 'printer' : 'badge'));

  expect((await WordCounts.of(texts, 80_000)).estimateFound('printe')).toBe(40_000);
});

it('knows nothing without tickets', async () => {
  const counts = await WordCounts.of([], 0);

  expect([counts.has('printe'), counts.estimateFound('printe'), counts.weightOf('printe')]).toEqual([false, 0, 0]);
});
