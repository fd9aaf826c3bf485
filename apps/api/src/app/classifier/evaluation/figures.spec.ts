import { compare, figuresOf } from './figures';
import type { GoldenTicket } from './golden-tickets';
import type { Answer } from './providers';

const ticket = (category: GoldenTicket['category'], more: Partial<GoldenTicket> = {}): GoldenTicket => ({
  description: 'x',
  category,
  ...more,
});

const TICKETS = [
  ticket('billing', { lang: 'en', priority: 'critical' }),
  ticket('billing', { lang: 'en', priority: 'low' }),
  ticket('technical', { lang: 'de', priority: 'critical' }),
  ticket('account'),
];
const ANSWERS: Answer[] = [
  { category: 'billing', priority: 'critical', confidence: 0.9 },
  { category: 'technical', priority: 'critical', confidence: 0.8 },
  { category: 'technical', confidence: 0.7 },
  {},
];

it('counts what was answered, and what of it is right', () => {
  const figures = figuresOf(TICKETS, ANSWERS);

  expect(figures.answered).toMatchObject({ n: 4, share: 0.75 });
  expect(figures.precision).toMatchObject({ n: 3, share: 2 / 3 });
  expect(figures.accuracy).toMatchObject({ n: 4, share: 0.5 });
  expect(figures.criticalRecall).toMatchObject({ n: 2, share: 0.5 });
  expect(figures.criticalPrecision).toMatchObject({ n: 2, share: 0.5 });
  expect(figures.confusion).toEqual({
    billing: { billing: 1, technical: 1 },
    technical: { technical: 1 },
    account: { none: 1 },
    general: {},
  });
  expect(figures.languages).toMatchObject([
    { lang: 'en', answered: { n: 2, share: 1 }, precision: { share: 0.5 } },
    { lang: 'de', answered: { n: 1, share: 1 }, precision: { share: 1 } },
  ]);
});

it('averages F1 over the categories that occur, also those that are never answered', () => {
  // billing: 2·1/(2+1), technical: 2·1/(1+2), account: 0, general does not occur
  expect(figuresOf(TICKETS, ANSWERS).macroF1).toBeCloseTo((2 / 3 + 2 / 3) / 3, 9);
});

it('has no figure of critical tickets for a provider that says no priority', () => {
  expect(
    figuresOf(
      TICKETS,
      TICKETS.map(({ category }) => ({ category })),
    ).criticalRecall,
  ).toBeUndefined();
});

it('measures how far confidence is from being right', () => {
  expect(figuresOf(TICKETS, ANSWERS).ece).toBeCloseTo((0.1 + 0.8 + 0.3) / 3, 9);
  expect(figuresOf(TICKETS, [{}, {}, {}, {}]).ece).toBeUndefined();
});

it('takes no answer for a wrong one when it compares', () => {
  const right = TICKETS.map(({ category }): Answer => ({ category }));
  expect(compare(TICKETS, right, right)).toBe(1);
  expect(compare(TICKETS, right, [{}, {}, {}, {}])).toBeCloseTo(0.125, 9);
});

it('has the time within which 99 in 100 answers are there', () => {
  const answers = Array.from({ length: 200 }, (_, n): Answer => ({ milliseconds: 200 - n }));

  expect(figuresOf(TICKETS, answers).time).toEqual({ n: 200, p50: 100, p99: 198 });
  expect(figuresOf(TICKETS, ANSWERS).time).toBeUndefined();
});
