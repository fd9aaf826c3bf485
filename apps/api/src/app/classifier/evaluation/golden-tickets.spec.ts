import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';
import { figuresOf } from './figures';
import { readGoldenTickets } from './golden-tickets';
import { answerByFolds } from './providers';

const read = (name: string) => readFileSync(join(__dirname, 'golden', name), 'utf8');

/** The stored figures of decision 30. A change of the phrases may raise them, and must not fall below. */
const STORED = { answered: 0.6, precision: 0.89, criticalFound: 67, falseAlarms: 1 };

it('answers as many golden tickets by words as the stored figures say, and as many of them right', () => {
  const tickets = readGoldenTickets(read('tickets.jsonl'));
  const { answered, precision } = figuresOf(tickets, answerByFolds('words', tickets, 2));

  expect(tickets).toHaveLength(200);
  expect(answered?.share).toBeGreaterThanOrEqual(STORED.answered);
  expect(precision?.share).toBeGreaterThanOrEqual(STORED.precision);
});

it('finds critical tickets by words as the stored figures say', () => {
  const countCritical = (name: string) =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { title: string; description: string })
      .filter((ticket) => suggestByWords(toModelText(ticket))?.priority === 'critical').length;

  expect(countCritical('critical.jsonl')).toBeGreaterThanOrEqual(STORED.criticalFound);
  expect(countCritical('ordinary.jsonl')).toBeLessThanOrEqual(STORED.falseAlarms);
});

interface Labels {
  readonly id: string;
  readonly category: string;
  readonly priority: string;
}

/** Cohen's kappa (1960): the agreement of two readers beyond what their habits would give by chance. */
function kappa(one: readonly string[], other: readonly string[]): number {
  const share = (labels: readonly string[], value: string) =>
    labels.filter((each) => each === value).length / labels.length;
  const agreed = one.filter((label, n) => label === other[n]).length / one.length;
  const byChance = [...new Set(one)].reduce((sum, value) => sum + share(one, value) * share(other, value), 0);
  return (agreed - byChance) / (1 - byChance);
}

it.each([
  ['category', 0.96],
  ['priority', 0.72],
] as const)('has a %s on which two readers agree with a kappa of %d', (field, stated) => {
  const labels = (name: string) =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Labels);
  const [first, second] = [labels('tickets.jsonl'), labels('second-labels.jsonl')];

  expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  expect(
    kappa(
      first.map((each) => each[field]),
      second.map((each) => each[field]),
    ),
  ).toBeCloseTo(stated, 2);
});
