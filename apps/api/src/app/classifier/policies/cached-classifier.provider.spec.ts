import { CachedClassifier, cacheKey } from './cached-classifier.provider';
import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierResult, ClassifierProvider } from '../classifier.provider';
import type { Deadline } from './deadline';
import { toModelText } from '../privacy/model-text';

const DEADLINE_MS = 4000;
const text = (description: string) => toModelText({ description });
const RESULT: ClassifierResult = {
  category: 'billing',
  priority: 'low',
  attempts: 2,
  usage: { modelVersion: 'gemini-3.5-flash-lite-001', promptTokens: 700 },
};
/** The result of other requests for the same text, without the tokens of the call. */
const WITHOUT_CALL: ClassifierResult = {
  category: 'billing',
  priority: 'low',
  isCached: true,
  usage: { modelVersion: 'gemini-3.5-flash-lite-001' },
};

/** A provider whose calls the test settles. */
function manualProvider() {
  const calls: { deadline: Deadline; resolve: (result: ClassifierResult) => void; reject: (error: Error) => void }[] =
    [];
  const provider: ClassifierProvider = {
    classify: (_text, deadline) => new Promise((resolve, reject) => calls.push({ deadline, resolve, reject })),
  };
  return { calls, cached: new CachedClassifier(provider, 'gemini-2.5-flash', DEADLINE_MS) };
}

describe('CachedClassifier', () => {
  it('calls the provider once for the same text', async () => {
    const { calls, cached } = manualProvider();
    const first = cached.classify(text('A fee'));
    calls[0]!.resolve(RESULT);
    await first;

    await expect(cached.classify(text(' A  fee\n'))).resolves.toEqual(WITHOUT_CALL);
    expect(calls).toHaveLength(1);
  });

  it('shares a pending call', async () => {
    const { calls, cached } = manualProvider();

    const both = Promise.all([cached.classify(text('A fee')), cached.classify(text('A fee'))]);
    calls[0]!.resolve(RESULT);

    await expect(both).resolves.toEqual([RESULT, WITHOUT_CALL]);
    expect(calls).toHaveLength(1);
  });

  it('calls the provider for each different text', () => {
    const { calls, cached } = manualProvider();

    void cached.classify(text('A fee'));
    void cached.classify(text('Another fee'));
    expect(calls).toHaveLength(2);

    calls.forEach(({ resolve }) => resolve(RESULT));
  });

  it('does not cache failures', async () => {
    const { calls, cached } = manualProvider();
    const first = cached.classify(text('A fee'));
    calls[0]!.reject(new ClassifierFailure('network'));
    await expect(first).rejects.toMatchObject({ reason: 'network' });

    const second = cached.classify(text('A fee'));
    calls[1]!.resolve(RESULT);
    await expect(second).resolves.toEqual(RESULT);
  });

  it('expires results after 24 hours', async () => {
    const now = Date.now();
    const { calls, cached } = manualProvider();
    const classify = () => {
      const result = cached.classify(text('A fee'));
      calls.at(-1)!.resolve(RESULT);
      return result;
    };
    await classify();

    jest.spyOn(Date, 'now').mockReturnValue(now + 23 * 3_600_000);
    await classify();
    expect(calls).toHaveLength(1);
    jest.spyOn(Date, 'now').mockReturnValue(now + 24 * 3_600_000 + 1000);
    await classify();
    expect(calls).toHaveLength(2);
  });

  it('keeps 1,000 results and evicts the least recently used one', async () => {
    const provider = { classify: jest.fn(() => Promise.resolve(RESULT)) };
    const cached = new CachedClassifier(provider, 'gemini-2.5-flash', DEADLINE_MS);
    for (let index = 0; index <= 1000; index++) await cached.classify(text(`Text ${index}`));

    await cached.classify(text('Text 1'));
    expect(provider.classify).toHaveBeenCalledTimes(1001);
    await cached.classify(text('Text 0'));
    expect(provider.classify).toHaveBeenCalledTimes(1002);
  });
});

describe('cacheKey', () => {
  it('ignores white space and Unicode composition', () => {
    expect(cacheKey('m', text('Caf\u00e9  fee'))).toBe(cacheKey('m', text('Cafe\u0301\nfee ')));
  });

  it('depends on model and text, and reveals neither', () => {
    const key = cacheKey('m', text('Fee'));

    expect(key).not.toBe(cacheKey('n', text('Fee')));
    expect(key).not.toBe(cacheKey('m', text('fee')));
    expect(key).toMatch(/^[\w+/]{43}=$/);
  });
});
