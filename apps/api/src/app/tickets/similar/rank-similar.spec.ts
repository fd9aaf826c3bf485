import { comparedWords } from './compared-words';
import { rankSimilar } from './rank-similar';
import { WordCounts } from './word-counts';

const TEXT = 'The marina invoice lists berth seventeen';
const counts = () => WordCounts.of(['marina invoice', 'invoice copy', 'invoice wrong', 'berth', 'printer'], 5);

async function rank(...texts: readonly (string | { readonly text: string; readonly isOfSameDays: boolean })[]) {
  const tickets = texts.map((each, index) => ({
    id: index + 1,
    isOfSameDays: false,
    ...(typeof each === 'string' ? { text: each } : each),
  }));
  return rankSimilar(comparedWords(TEXT.toLowerCase()), tickets, await counts());
}

const idsOf = (found: Awaited<ReturnType<typeof rank>>) => found.map(({ ticket }) => ticket.id);

it('scores equal words 1, with the rarest as explanation', async () => {
  const [found] = await rank('seventeen berth lists invoice marina');

  expect(found?.score).toBe(1);
  expect(found?.sharedWords).toEqual(['berth', 'lists', 'marina', 'seventeen', 'invoice']);
});

it('sorts by score, and equal scores by the newest ticket', async () => {
  const found = await rank('marina berth lists', 'marina berth seventeen lists', 'lists berth marina');

  expect(idsOf(found)).toEqual([2, 3, 1]);
});

it('leaves out tickets with one shared word, or with little in common', async () => {
  expect(await rank('berth', 'marina berth rope anchor winch sail mast deck cabin', 'xylophone', '')).toEqual([]);
});

it('puts tickets of the same person and days first, and asks less of them', async () => {
  const own = { text: 'marina berth rope anchor winch sail', isOfSameDays: true };

  expect(idsOf(await rank(TEXT.toLowerCase(), own))).toEqual([2, 1]);
  expect(await rank({ ...own, isOfSameDays: false })).toEqual([]);
  expect(await rank({ text: 'rope anchor winch', isOfSameDays: true })).toEqual([]);
});

it('names at most five', async () => {
  expect(await rank(...Array<string>(9).fill(TEXT.toLowerCase()))).toHaveLength(5);
});
