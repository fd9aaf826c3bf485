import { TICKET_CATEGORIES, type TicketCategory } from '@docket/domain';
import { labelledFeatures, trainModel } from '../learned/train-model';
import { toModelText } from '../privacy/model-text';
import { type TrainingText, trainAndJudge } from './train-and-judge';

/** Names of products that indicate a category at this desk only. No lexicon has them. */
const PRODUCTS = ['zorblex', 'quimbly', 'fantorix', 'wexling'];

const texts = (
  count: number,
  categoryOf = (n: number): TicketCategory => TICKET_CATEGORIES[n % 4] as TicketCategory,
  chosenAt = '2026-11-01T10:00:00.000Z',
): TrainingText[] =>
  Array.from({ length: count }, (_, n) => ({
    text: toModelText({ description: `we ask about our ${PRODUCTS[n % 4]} ${n % 7 ? 'today' : 'again'}` }),
    category: categoryOf(n),
    chosenAt,
  }));

/** A mistake of each of these decisions: what a careless person would file. */
const wrong = (n: number): TicketCategory => TICKET_CATEGORIES[(n + 1) % 4] as TicketCategory;

it('is better than words that say nothing', () => {
  expect(trainAndJudge(texts(240), undefined)).toMatchObject({
    isGoodEnough: true,
    metrics: { n: 24, right: 24, rightBefore: 0, p: expect.closeTo(0, 5) as number },
  });
});

it('does not replace a better model', () => {
  const before = { parameters: trainModel(texts(240).map(labelledFeatures)), trainedAt: '2026-10-01T00:00:00.000Z' };
  const misled = [...texts(400, wrong), ...texts(44)];

  expect(trainAndJudge(misled, before)).toMatchObject({
    isGoodEnough: false,
    metrics: { n: 45, rightBefore: 44 },
  });
});

it('replaces a model that is as good', () => {
  const before = { parameters: trainModel(texts(240).map(labelledFeatures)), trainedAt: '2026-10-01T00:00:00.000Z' };
  const { isGoodEnough, metrics } = trainAndJudge(texts(300), before);

  expect([isGoodEnough, metrics]).toEqual([true, { n: 30, right: 30, rightBefore: 30, p: 1 }]);
});

it('is not tried on what the model before may know by heart', () => {
  const before = { parameters: trainModel(texts(240).map(labelledFeatures)), trainedAt: '2026-11-02T00:00:00.000Z' };
  const decisions = [...texts(380), ...texts(20, undefined, '2026-11-02T00:00:00.001Z')];

  expect(trainAndJudge(decisions, before).metrics.n).toBe(20);
});
