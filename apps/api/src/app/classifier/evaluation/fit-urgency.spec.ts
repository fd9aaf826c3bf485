import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitEvidence } from '../words/evidence/fit-evidence';
import { SHIPPED_WEIGHTS, weighEvidence } from '../words/evidence/weigh-evidence';
import { wordsOf } from '../words/words-of';
import { fitUrgency } from './fit-urgency';
import { FITTED_SETS, fittedTexts, readSentences } from './urgency-texts';

const read = (name: string) => readFileSync(join(__dirname, 'golden', name), 'utf8');
/** The last digit of a weight depends on how a machine computes an exponential. */
const ROUNDING = 2;

it('ships the weights that the golden sentences give', () => {
  const fitted = fitEvidence(fittedTexts(read));

  expect(fitted.size).toBeGreaterThan(1000);
  expect([...SHIPPED_WEIGHTS.keys()]).toEqual([...fitted.keys()]);
  for (const [feature, weight] of fitted) {
    expect(Math.abs(weight - (SHIPPED_WEIGHTS.get(feature) as number))).toBeLessThanOrEqual(ROUNDING);
  }
});

it('writes the file of the weights in lines that can be read', () => {
  const lines = fitUrgency(read).split('\n');

  expect(lines[0]).toContain('npm run fit-urgency');
  expect(Math.max(...lines.slice(3).map(({ length }) => length))).toBeLessThanOrEqual(138);
});

// Each set is measured with weights that were fitted to the other sets only, so no sentence measures itself.
it.each([
  ['a', 32, 1],
  ['b', 30, 2],
  ['c', 31, 2],
])(
  'finds most of set %s by the words of the other sets alone: at least %d of 40, and at most %d of 200',
  (name, least, most) => {
    const weights = fitEvidence(
      fittedTexts(
        read,
        FITTED_SETS.filter((each) => each !== name),
      ),
    );
    const sentences = readSentences(read('urgency.jsonl')).filter(({ set }) => set === name);
    const found = sentences.filter(
      ({ description }) => (weighEvidence(wordsOf(description, 1000), undefined, weights)?.score ?? 0) > 1,
    );

    expect(found.filter(({ kind }) => kind !== 'ordinary').length).toBeGreaterThanOrEqual(least);
    expect(found.filter(({ kind }) => kind === 'ordinary').length).toBeLessThanOrEqual(most);
  },
);
