import { CachedClassifier, cacheKey } from './cached-classifier.provider';
import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierAnswer, ClassifierProvider } from '../classifier.provider';
import type { Deadline } from './deadline';
import { toModelText } from '../privacy/model-text';

const DEADLINE_MS = 4000;
const text = (description: string) => toModelText({ description });
const LABELS: ClassifierAnswer = { category: 'billing', priority: 'low' };

/** A provider whose answers the test gives, one for each call. */
function manualProvider() {
  const calls: { deadline: Deadline; resolve(answer: ClassifierAnswer): void; reject(error: Error): void }[] = [];
  const provider: ClassifierProvider = {
    classify: (_text, deadline) => new Promise((resolve, reject) => calls.push({ deadline, resolve, reject })),
  };
  return { calls, cached: new CachedClassifier(provider, 'gemini-2.5-flash', DEADLINE_MS) };
}

describe('CachedClassifier', () => {
  it('asks once for the same text', async () => {
    const { calls, cached } = manualProvider();
    const first = cached.classify(text('A fee'));
    calls[0]!.resolve(LABELS);
    await first;

    await expect(cached.classify(text(' A  fee\n'))).resolves.toEqual(LABELS);
    expect(calls).toHaveLength(1);
  });

  it('shares a call that is under way', async () => {
    const { calls, cached } = manualProvider();

    const both = Promise.all([cached.classify(text('A fee')), cached.classify(text('A fee'))]);
    calls[0]!.resolve(LABELS);

    await expect(both).resolves.toEqual([LABELS, LABELS]);
    expect(calls).toHaveLength(1);
  });

  it('asks for each text that differs', () => {
    const { calls, cached } = manualProvider();

    void cached.classify(text('A fee'));
    void cached.classify(text('Another fee'));
    expect(calls).toHaveLength(2);

    calls.forEach(({ resolve }) => resolve(LABELS));
  });

  it('keeps no failure', async () => {
    const { calls, cached } = manualProvider();
    const first = cached.classify(text('A fee'));
    calls[0]!.reject(new ClassifierFailure('network'));
    await expect(first).rejects.toMatchObject({ reason: 'network' });

    const second = cached.classify(text('A fee'));
    calls[1]!.resolve(LABELS);
    await expect(second).resolves.toEqual(LABELS);
  });

  it('forgets after 24 hours', async () => {
    const now = Date.now();
    const { calls, cached } = manualProvider();
    const ask = () => {
      const answer = cached.classify(text('A fee'));
      calls.at(-1)!.resolve(LABELS);
      return answer;
    };
    await ask();

    jest.spyOn(Date, 'now').mockReturnValue(now + 23 * 3_600_000);
    await ask();
    expect(calls).toHaveLength(1);
    jest.spyOn(Date, 'now').mockReturnValue(now + 24 * 3_600_000 + 1000);
    await ask();
    expect(calls).toHaveLength(2);
  });

  it('keeps 1,000 answers and drops the one that was asked for least lately', async () => {
    const provider = { classify: jest.fn(async () => LABELS) };
    const cached = new CachedClassifier(provider, 'gemini-2.5-flash', DEADLINE_MS);
    for (let index = 0; index <= 1000; index++) await cached.classify(text(`Text ${index}`));

    await cached.classify(text('Text 1'));
    expect(provider.classify).toHaveBeenCalledTimes(1001);
    await cached.classify(text('Text 0'));
    expect(provider.classify).toHaveBeenCalledTimes(1002);
  });
});

describe('cacheKey', () => {
  it('is the same for texts that differ in spaces or in how accents are written', () => {
    expect(cacheKey('m', text('Caf\u00e9  fee'))).toBe(cacheKey('m', text('Cafe\u0301\nfee ')));
  });

  it('differs with the model and with the text, and shows neither', () => {
    const key = cacheKey('m', text('Fee'));

    expect(key).not.toBe(cacheKey('n', text('Fee')));
    expect(key).not.toBe(cacheKey('m', text('fee')));
    expect(key).toMatch(/^[\w+/]{43}=$/);
  });
});
