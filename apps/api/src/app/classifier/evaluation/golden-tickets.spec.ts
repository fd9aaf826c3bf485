import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';
import { figuresOf } from './figures';
import { readGoldenTickets } from './golden-tickets';
import { answerByFolds } from './providers';

const read = (name: string) => readFileSync(join(__dirname, 'golden', name), 'utf8');

/** The stored figures of decision 30. A change of the phrases may raise them, and must not fall below. */
const STORED = { answered: 0.6, precision: 0.89, criticalFound: 70, falseAlarms: 1 };

it('answers as many golden tickets by words as the stored figures say, and as many of them right', () => {
  const tickets = readGoldenTickets(read('tickets.jsonl'));
  const { answered, precision } = figuresOf(tickets, answerByFolds('words', tickets, 2));

  expect(tickets).toHaveLength(200);
  expect(answered?.share).toBeGreaterThanOrEqual(STORED.answered);
  expect(precision?.share).toBeGreaterThanOrEqual(STORED.precision);
});

interface Sentence {
  readonly title?: string;
  readonly description: string;
  readonly kind?: string;
  readonly half?: string;
}

const readLines = (name: string) =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);
const countCritical = (tickets: readonly Sentence[]) =>
  tickets.filter((ticket) => suggestByWords(toModelText(ticket))?.priority === 'critical').length;

it('finds critical tickets by words as the stored figures say', () => {
  expect(countCritical(readLines('critical.jsonl'))).toBeGreaterThanOrEqual(STORED.criticalFound);
  expect(countCritical(readLines('ordinary.jsonl'))).toBeLessThanOrEqual(STORED.falseAlarms);
});

// The phrases were extended by the seen half; nobody looked at what they missed of the other.
it.each([
  ['outage', 'seen', 30],
  ['outage', 'held-out', 27],
  ['everybody', 'seen', 30],
  ['everybody', 'held-out', 27],
  ['loss', 'seen', 28],
  ['loss', 'held-out', 26],
  ['breach', 'seen', 30],
  ['breach', 'held-out', 26],
])('finds sentences that say %s (%s) critical: at least %d of 30', (kind, half, stored) => {
  const sentences = readLines('sentences.jsonl').filter((each) => each.kind === kind && each.half === half);

  expect(sentences).toHaveLength(30);
  expect(countCritical(sentences)).toBeGreaterThanOrEqual(stored);
});

it.each([
  ['seen', 104, 0],
  ['held-out', 103, 3],
])('finds few of the ordinary sentences (%s) critical that use such words: of %d at most %d', (half, n, stored) => {
  const sentences = readLines('sentences.jsonl').filter((each) => each.kind === 'ordinary' && each.half === half);

  expect(sentences).toHaveLength(n);
  expect(countCritical(sentences)).toBeLessThanOrEqual(stored);
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
