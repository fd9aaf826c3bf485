import { measureUrgency, urgencyTable } from './measure-urgency';

const lines = (...sentences: object[]) => sentences.map((each) => JSON.stringify(each)).join('\n');
const OUTAGE = 'The whole site is down for all of our customers since 9 o’clock.';
const QUESTION = 'How do I change the language of my invoices?';

it('counts what the words call critical, in each set, and says which sets the weights know', () => {
  const files: Record<string, string> = {
    'sentences.jsonl': lines({ id: '1', half: 'held-out', kind: 'outage', description: OUTAGE }),
    'urgency.jsonl': lines(
      { id: 'a1', set: 'a', kind: 'critical', description: OUTAGE },
      { id: 'q1', set: 'q', kind: 'critical', description: OUTAGE },
      { id: 'q2', set: 'q', kind: 'critical', description: QUESTION },
      { id: 'q3', set: 'q', kind: 'ordinary', description: QUESTION },
    ),
  };

  const figures = measureUrgency((name) => files[name] ?? '');

  expect(figures.map(({ name, isFitted, n, share }) => [name, isFitted, n, share])).toEqual([
    ['sentences held-out, critical', false, 1, 1],
    ['set a, critical', true, 1, 1],
    ['set q, critical', false, 2, 0.5],
    ['set q, ordinary', false, 1, 0],
  ]);
  expect(urgencyTable(figures)).toMatch(
    /^called critical\n.*\nset a, critical +1 of 1 +1\.000 \[0\.207, 1\.000\] {2}fitted\n/s,
  );
});
