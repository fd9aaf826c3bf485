import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import { type GeminiStandIn, MODES, startGeminiStandIn } from '../../testing/gemini-stand-in';
import { anyNumber, textContaining } from '../../testing/matchers';
import { Settings } from '../platform/config/settings';
import { Metrics } from '../platform/metrics/metrics';
import type { SuggestionLedger } from '../suggestions';
import type { ClassifierProvider } from './classifier.provider';
import { ClassifierService } from './classifier.service';
import type { ActiveCalibration } from './learned/active-calibration';
import type { ActiveModel } from './learned/active-model';
import { DailyBudget } from './policies/daily-budget';
import { createClassifier } from './create-classifier';
import { createLanguageModel } from './language-model';

// The classifier as the settings create it, with the real SDK connected to a stand-in for Gemini.

const KEY = 'AIza-test-key';
/** Its own tests are those of the suggestions. */
const LEDGER = { record: () => 'an id' } as unknown as SuggestionLedger;
const NO_MODEL = { suggest: () => undefined } as unknown as ActiveModel;
const NO_CALIBRATION = { of: () => undefined } as unknown as ActiveCalibration;
const LOG_LEVELS = ['log', 'warn', 'error'] as const;
let gemini: GeminiStandIn;
let logLines: Record<string, unknown>[];
beforeEach(async () => {
  logLines = [];
  for (const level of LOG_LEVELS) {
    jest.spyOn(Logger.prototype, level).mockImplementation((...[line]: unknown[]) => {
      logLines.push({ level, ...(line as object) });
    });
  }
  jest.spyOn(Math, 'random').mockReturnValue(0); // minimum retry delay
  gemini = await startGeminiStandIn();
});
afterEach(() => gemini.close());

function createService(overrides: Partial<Settings> = {}): ClassifierService {
  const settings = { GEMINI_API_KEY: KEY, GEMINI_BASE_URL: gemini.url, CLASSIFY_DEADLINE_MS: 20_000, ...overrides };
  const effective = Object.assign(new Settings(), settings);
  return new ClassifierService(
    createClassifier(effective, createLanguageModel(effective, new DailyBudget(effective.CLASSIFY_DAILY_LIMIT))),
    effective,
    LEDGER,
    NO_MODEL,
    NO_CALIBRATION,
    new Metrics(),
  );
}

const TICKET = { title: 'Charged twice', description: 'My card was charged twice, says jo@example.com.' };
const SUGGESTION = { category: 'billing', priority: 'high', usedFallback: false, id: 'an id', isBlind: false };

describe('the cache', () => {
  it('answers a repeated text without a call', async () => {
    const service = createService();

    await expect(service.suggest(TICKET)).resolves.toEqual(SUGGESTION);
    await expect(service.suggest(TICKET)).resolves.toEqual(SUGGESTION);

    expect(gemini.requests).toHaveLength(1);
  });

  it('does not cache failures', async () => {
    gemini.next.push('blocked-prompt');
    const service = createService();

    await expect(service.suggest(TICKET)).resolves.toMatchObject({ fallbackReason: 'blocked' });
    await expect(service.suggest(TICKET)).resolves.toEqual(SUGGESTION);
  });

  it('shares one call among concurrent requests for the same text', async () => {
    const service = createService();

    const suggestions = await Promise.all([service.suggest(TICKET), service.suggest(TICKET), service.suggest(TICKET)]);

    expect(suggestions).toEqual([SUGGESTION, SUGGESTION, SUGGESTION]);
    expect(gemini.requests).toHaveLength(1);
  });
});

it('continues a shared call after the deadline of one caller', async () => {
  let release: () => void = () => undefined;
  gemini.mode = (response, body) => (release = () => MODES.keywords(response, body));
  const settings = Object.assign(new Settings(), {
    GEMINI_API_KEY: KEY,
    GEMINI_BASE_URL: gemini.url,
    CLASSIFY_DEADLINE_MS: 20_000,
  });
  const shared: ClassifierProvider = createClassifier(settings, createLanguageModel(settings, new DailyBudget(100)));
  const impatientService = new ClassifierService(
    shared,
    Object.assign(new Settings(), { CLASSIFY_DEADLINE_MS: 30 }),
    LEDGER,
    NO_MODEL,
    NO_CALIBRATION,
    new Metrics(),
  );
  const patientService = new ClassifierService(shared, settings, LEDGER, NO_MODEL, NO_CALIBRATION, new Metrics());

  const firstSuggestion = impatientService.suggest(TICKET); // starts the shared call
  const secondSuggestion = patientService.suggest(TICKET);
  await expect(firstSuggestion).resolves.toMatchObject({ fallbackReason: 'timeout' });
  await eventually(() => gemini.requests.length === 1);
  release();

  await expect(secondSuggestion).resolves.toEqual(SUGGESTION);
  expect(gemini.requests).toHaveLength(1);
});

it('falls back without a call if the API key is missing or blank', async () => {
  for (const GEMINI_API_KEY of [undefined, '', '  ']) {
    await expect(createService({ GEMINI_API_KEY, CLASSIFIER: 'gemini' }).suggest(TICKET)).resolves.toEqual({
      category: 'general',
      priority: 'medium',
      usedFallback: true,
      fallbackReason: 'not_configured',
    });
  }

  expect(gemini.requests).toEqual([]);
});

it('falls back at the deadline if Gemini hangs', async () => {
  gemini.mode = 'hang-before-headers';

  const suggestion = await createService({ CLASSIFY_DEADLINE_MS: 100 }).suggest(TICKET);

  expect(suggestion).toMatchObject({ usedFallback: true, fallbackReason: 'timeout' });
});

it('sends masked text', async () => {
  await createService().suggest(TICKET);

  expect(gemini.requests[0]!.body.contents?.[0]?.parts[0]?.text).toContain('charged twice, says [email].');
});

it('masks local phone numbers of the countries in the settings', async () => {
  await createService({ PHONE_COUNTRIES: 'ES' }).suggest({ description: 'Estoy en 612345678.' });

  expect(gemini.requests[0]!.body.contents?.[0]?.parts[0]?.text).toContain('Estoy en [phone].');
});

it('sends at most 4,000 UTF-16 code units', async () => {
  await createService().suggest({ description: '🧾'.repeat(50_000) });

  const ticket = gemini.requests[0]!.body.contents?.[0]?.parts[0]?.text.split('\n')[1];
  expect(ticket).toBe('🧾'.repeat(2000));
});

describe('the log', () => {
  it('has one line per classification, with metrics and versions', async () => {
    gemini.next.push('server-error');

    await createService().suggest(TICKET);

    expect(logLines).toEqual([
      {
        level: 'log',
        msg: 'Suggested category and priority',
        outcome: 'suggested',
        prompt_version: anyNumber(),
        model: 'gemini-3.5-flash-lite',
        model_version: 'gemini-stand-in-001',
        attempts: 2,
        latency_ms: anyNumber(),
        prompt_tokens: 700,
        output_tokens: 12,
        thought_tokens: undefined,
        http_status: undefined,
      },
    ]);
  });

  it.each([
    ['unknown-model', 'model_not_found', 'GEMINI_MODEL'],
    ['bad-key', 'unauthorized', 'GEMINI_API_KEY'],
    ['forbidden', 'unauthorized', 'GEMINI_API_KEY'],
    ['unauthenticated', 'unauthorized', 'GEMINI_API_KEY'],
  ] as const)('for %s (%s) names %s', async (mode, outcome, setting) => {
    gemini.mode = mode;

    await createService().suggest(TICKET);

    expect(logLines).toMatchObject([{ level: 'error', outcome, msg: textContaining(setting) }]);
  });

  it('contains the tokens of a failed call', async () => {
    gemini.mode = 'truncated';

    await createService().suggest(TICKET);

    expect(logLines).toMatchObject([{ level: 'warn', outcome: 'truncated', prompt_tokens: 700, attempts: 1 }]);
  });

  it('never contains the text or the key', async () => {
    const modes = Object.keys(MODES).filter((mode) => !mode.startsWith('hang')) as (keyof typeof MODES)[];
    for (const mode of modes) {
      gemini.mode = mode;
      await createService().suggest({ description: `Zanzibar marmalade ${mode}` });
    }
    gemini.mode = 'hang-in-body';
    await createService({ CLASSIFY_DEADLINE_MS: 100 }).suggest({ description: 'Zanzibar marmalade' });
    gemini.mode = (response) =>
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: `Zanzibar marmalade, ${KEY}`, details: [{ key: KEY }] } }));
    await createService().suggest({ description: 'Zanzibar marmalade' });

    await eventually(() => logLines.length === modes.length + 2); // a call logs after its caller has given up
    expect(JSON.stringify(logLines)).not.toMatch(/zanzibar|marmalade/i);
    expect(JSON.stringify(logLines)).not.toContain(KEY);
  });
});
