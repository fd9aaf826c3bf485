import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';
import { figuresOf } from './figures';
import { readGoldenTickets } from './golden-tickets';
import { answerByFolds } from './providers';
import { FITTED_SETS, type UrgencySentence, readSentences } from './urgency-texts';

const read = (name: string) => readFileSync(join(__dirname, 'golden', name), 'utf8');

/** The stored figures of decision 30. A change of the phrases may raise them, and must not fall below. */
const STORED = { answered: 0.6, precision: 0.89, criticalFound: 80, falseAlarms: 0 };

it('answers as many golden tickets by words as the stored figures say, and as many of them right', () => {
  const tickets = readGoldenTickets(read('tickets.jsonl'));
  const { answered, precision } = figuresOf(tickets, answerByFolds('words', tickets, 2));

  expect(tickets).toHaveLength(200);
  expect(answered?.share).toBeGreaterThanOrEqual(STORED.answered);
  expect(precision?.share).toBeGreaterThanOrEqual(STORED.precision);
});

const readLines = (name: string) => readSentences(read(name));
const countCritical = (tickets: readonly UrgencySentence[]) =>
  tickets.filter((ticket) => suggestByWords(toModelText(ticket))?.priority === 'critical').length;

it('finds critical tickets by words as the stored figures say', () => {
  expect(countCritical(readLines('critical.jsonl'))).toBeGreaterThanOrEqual(STORED.criticalFound);
  expect(countCritical(readLines('ordinary.jsonl'))).toBeLessThanOrEqual(STORED.falseAlarms);
});

// The phrases were extended by the seen half, and the weights fitted to it; nobody looked at what they missed of the other.
it.each([
  ['outage', 'seen', 30],
  ['outage', 'held-out', 29],
  ['everybody', 'seen', 30],
  ['everybody', 'held-out', 28],
  ['loss', 'seen', 30],
  ['loss', 'held-out', 29],
  ['breach', 'seen', 30],
  ['breach', 'held-out', 29],
])('finds sentences that say %s (%s) critical: at least %d of 30', (kind, half, stored) => {
  const sentences = readLines('sentences.jsonl').filter((each) => each.kind === kind && each.half === half);

  expect(sentences).toHaveLength(30);
  expect(countCritical(sentences)).toBeGreaterThanOrEqual(stored);
});

it.each([
  ['seen', 104, 0],
  ['held-out', 103, 1],
])('finds few of the ordinary sentences (%s) critical that use such words: of %d at most %d', (half, n, stored) => {
  const sentences = readLines('sentences.jsonl').filter((each) => each.kind === 'ordinary' && each.half === half);

  expect(sentences).toHaveLength(n);
  expect(countCritical(sentences)).toBeLessThanOrEqual(stored);
});

// Nothing was fitted to these sets. A threshold was chosen with the counts of h in sight; q and r came after it.
it.each([
  ['h', 36, 1],
  ['q', 40, 0],
  ['r', 40, 1],
])(
  'finds critical sentences of set %s: at least %d of 40, and at most %d of 200 others',
  (name, found, falseAlarms) => {
    const sentences = readLines('urgency.jsonl').filter(({ set }) => set === name);
    const [critical, ordinary] = [
      sentences.filter(({ kind }) => kind !== 'ordinary'),
      sentences.filter(({ kind }) => kind === 'ordinary'),
    ];

    expect(FITTED_SETS).not.toContain(name);
    expect([critical.length, ordinary.length]).toEqual([40, 200]);
    expect(countCritical(critical)).toBeGreaterThanOrEqual(found);
    expect(countCritical(ordinary)).toBeLessThanOrEqual(falseAlarms);
  },
);

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
