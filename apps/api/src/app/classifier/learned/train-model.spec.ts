import type { TicketCategory } from '@docket/domain';
import { LearnedModel } from './learned-model';
import { labelledFeatures, trainModel } from './train-model';

const SUBJECTS: Readonly<Record<TicketCategory, readonly string[]>> = {
  billing: ['invoice', 'refund', 'charge', 'payment'],
  technical: ['server', 'crash', 'error', 'timeout'],
  account: ['password', 'login', 'profile', 'permission'],
  general: ['question', 'hours', 'brochure', 'visit'],
};
const CATEGORIES = Object.keys(SUBJECTS) as TicketCategory[];
const FILLERS = ['please', 'today', 'again', 'we', 'have', 'about', 'the', 'our'];

const texts = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const category = CATEGORIES[n % 4] as TicketCategory;
    const subject = SUBJECTS[category][(n >> 2) % 4] ?? '';
    return labelledFeatures({ category, text: `${FILLERS[n % 8]} ${subject} ${FILLERS[(n >> 3) % 8]}` });
  });

it('learns what the texts of each category have in common', () => {
  const model = new LearnedModel(trainModel(texts(400)));

  for (const category of CATEGORIES) {
    for (const subject of SUBJECTS[category]) {
      expect(model.predict(subject)?.category).toBe(category);
    }
  }
  expect(model.predict('refund')?.confidence).toBeGreaterThan(0.8);
});

it('gives the same model for the same texts', () => {
  const [one, other] = [trainModel(texts(80)), trainModel(texts(80))];
  expect(Buffer.from(one.weights.buffer).equals(Buffer.from(other.weights.buffer))).toBe(true);
  expect([one.scale, one.bias, one.temperature, one.knownShareMin]).toEqual([
    other.scale,
    other.bias,
    other.temperature,
    other.knownShareMin,
  ]);
});

it('says nothing about texts of another language, of nothing, and of signs', () => {
  const model = new LearnedModel(trainModel(texts(400)));

  for (const text of ['Wir haben keinen Zugang zum Speicher', '', '…', '退款 退款', 'x'.repeat(100_000)]) {
    expect(model.predict(text)).toBeUndefined();
  }
});

it.each([0, 1, 3, 12])('trains on %d texts without failing', (count) => {
  const model = new LearnedModel(trainModel(texts(count)));
  expect(() => model.predict('please refund today')).not.toThrow();
});
