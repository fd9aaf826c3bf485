import { Logger } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Metrics } from '../platform/metrics/metrics';
import type { SuggestionLedger } from '../suggestions';
import { ClassifierFailure } from './classifier-failure';
import type { ClassifierProvider } from './classifier.provider';
import { ClassifierService } from './classifier.service';
import type { ActiveCalibration } from './learned/active-calibration';
import type { ActiveModel, LearnedSuggestion } from './learned/active-model';

const record = jest.fn(() => 'an id');
const calibrationOf = jest.fn<ReturnType<ActiveCalibration['of']>, Parameters<ActiveCalibration['of']>>();

const FALLBACK = { category: 'general', priority: 'medium', usedFallback: true };

async function suggest(
  classify: ClassifierProvider['classify'],
  deadlineMs = 4000,
  CLASSIFIER: Settings['CLASSIFIER'] = 'gemini',
  learned?: LearnedSuggestion,
) {
  const settings = Object.assign(new Settings(), { CLASSIFY_DEADLINE_MS: deadlineMs, CLASSIFIER });
  const service = new ClassifierService(
    { classify },
    settings,
    { record } as unknown as SuggestionLedger,
    { suggest: () => learned } as unknown as ActiveModel,
    { of: calibrationOf } as unknown as ActiveCalibration,
    new Metrics(),
  );
  const {
    id: _id,
    isBlind: _isBlind,
    ...suggestion
  } = await service.suggest({
    description: 'Checkout of jo@example.com is down',
  });
  return suggestion;
}

describe('ClassifierService', () => {
  it('returns category and priority of the provider without its usage', async () => {
    const result = { category: 'technical', priority: 'critical', usage: { promptTokens: 700 } } as const;

    const suggestion = await suggest(() => Promise.resolve(result));

    expect(suggestion).toEqual({ category: 'technical', priority: 'critical', usedFallback: false });
  });

  it('passes a masked text to the provider', async () => {
    const classify = jest.fn(() => Promise.resolve({ category: 'technical', priority: 'critical' } as const));

    await suggest(classify);

    expect(classify).toHaveBeenCalledWith('Checkout of [email] is down', expect.anything());
  });

  it('falls back to general / medium with the reason if the provider fails', async () => {
    const suggestion = await suggest(() => Promise.reject(new ClassifierFailure('rate_limited')));

    expect(suggestion).toEqual({ ...FALLBACK, fallbackReason: 'rate_limited' });
  });

  it('falls back if the provider exceeds the deadline', async () => {
    const suggestion = await suggest(() => new Promise(() => undefined), 20);

    expect(suggestion).toEqual({ ...FALLBACK, fallbackReason: 'timeout' });
  });

  it('adds what the words of the text suggest to a fallback', async () => {
    const fail = () => Promise.reject(new ClassifierFailure('rate_limited'));

    const local = { model: 'words', category: 'technical', priority: 'critical', because: ['is down', 'Checkout'] };
    expect(await suggest(fail, 4000, 'gemini,local')).toEqual({ ...FALLBACK, fallbackReason: 'rate_limited', local });
    expect(await suggest(fail, 4000, 'local')).toEqual({ ...FALLBACK, fallbackReason: 'rate_limited', local });
    expect(await suggest(fail, 4000, 'none')).toEqual({ ...FALLBACK, fallbackReason: 'rate_limited' });
  });

  it('asks its own model for the category first, and the words for the priority', async () => {
    const fail = () => Promise.reject(new ClassifierFailure('not_configured'));
    const learned = { category: 'billing', confidence: 0.87, version: 3 } as const;

    expect(await suggest(fail, 4000, 'local', learned)).toEqual({
      ...FALLBACK,
      fallbackReason: 'not_configured',
      local: { model: 'learned', ...learned, priority: 'critical', because: ['Checkout', 'is down'] },
    });
    expect(record).toHaveBeenLastCalledWith(
      expect.objectContaining({ local: { model: 'learned', ...learned, priority: 'critical' } }),
    );
    expect(await suggest(fail, 4000, 'none', learned)).not.toHaveProperty('local');
  });

  it('says how often its own model was right when it was so sure', async () => {
    const fail = () => Promise.reject(new ClassifierFailure('not_configured'));
    const learned = { category: 'billing', confidence: 0.97, version: 3 } as const;
    const calibration = { from: 0.95, right: 396, n: 412 };
    calibrationOf.mockReturnValue(calibration);

    expect(await suggest(fail, 4000, 'local', learned)).toMatchObject({ calibration });
    expect(calibrationOf).toHaveBeenCalledWith(expect.objectContaining(learned));
    expect(await suggest(fail, 4000, 'local')).not.toHaveProperty('calibration'); // by words
  });

  it('falls back if the provider has a bug, and logs the stack without the text', async () => {
    const logError = jest.spyOn(Logger.prototype, 'error').mockImplementation();

    const suggestion = await suggest((text) => {
      throw new Error(`Cannot read ${text}`);
    });

    expect(suggestion).toEqual({ ...FALLBACK, fallbackReason: 'upstream_error' });
    expect(JSON.stringify(logError.mock.calls)).toContain('classifier.service.spec');
    expect(JSON.stringify(logError.mock.calls)).not.toContain('Checkout');
  });
});
