import { Logger } from '@nestjs/common';
import { eventually } from '../../testing/eventually';
import { type GeminiStandIn, MODES, startGeminiStandIn } from '../../testing/gemini-stand-in';
import { Settings } from '../platform/config/settings';
import type { ClassifierProvider } from './classifier.provider';
import { ClassifierService } from './classifier.service';
import { createClassifier } from './create-classifier';

// The whole classifier, as the settings make it, with the real SDK against a stand-in for the service.

const KEY = 'AIza-test-key';
const LOG_LEVELS = ['log', 'warn', 'error'] as const;
let gemini: GeminiStandIn;
let lines: Record<string, unknown>[];
beforeEach(async () => {
  lines = [];
  for (const level of LOG_LEVELS) {
    jest.spyOn(Logger.prototype, level).mockImplementation((...[line]: unknown[]) => {
      lines.push({ level, ...(line as object) });
    });
  }
  jest.spyOn(Math, 'random').mockReturnValue(0); // the shortest pause between attempts
  gemini = await startGeminiStandIn();
});
afterEach(() => gemini.close());

function createService(overrides: Partial<Settings> = {}): ClassifierService {
  const settings = { GEMINI_API_KEY: KEY, GEMINI_BASE_URL: gemini.url, CLASSIFY_DEADLINE_MS: 20_000, ...overrides };
  const all = Object.assign(new Settings(), settings);
  return new ClassifierService(createClassifier(all), all);
}

const TICKET = { title: 'Charged twice', description: 'My card was charged twice, says jo@example.com.' };
const LABELS = { category: 'billing', priority: 'high', usedFallback: false };

describe('what is remembered', () => {
  it('is an answer: the second time makes no call', async () => {
    const service = createService();

    await expect(service.suggest(TICKET)).resolves.toEqual(LABELS);
    await expect(service.suggest(TICKET)).resolves.toEqual(LABELS);

    expect(gemini.requests).toHaveLength(1);
  });

  it('is never a failure', async () => {
    gemini.next.push('blocked-prompt');
    const service = createService();

    await expect(service.suggest(TICKET)).resolves.toMatchObject({ fallbackReason: 'blocked' });
    await expect(service.suggest(TICKET)).resolves.toEqual(LABELS);
  });

  it('is a call under way, for those who ask the same at the same time', async () => {
    const service = createService();

    const all = await Promise.all([service.suggest(TICKET), service.suggest(TICKET), service.suggest(TICKET)]);

    expect(all).toEqual([LABELS, LABELS, LABELS]);
    expect(gemini.requests).toHaveLength(1);
  });
});

it('lets a caller go at its deadline, and the shared call go on for the others', async () => {
  let letGo: () => void = () => undefined;
  gemini.mode = (response, body) => (letGo = () => MODES.keywords(response, body));
  const settings = Object.assign(new Settings(), {
    GEMINI_API_KEY: KEY,
    GEMINI_BASE_URL: gemini.url,
    CLASSIFY_DEADLINE_MS: 20_000,
  });
  const shared: ClassifierProvider = createClassifier(settings);
  const hasty = new ClassifierService(shared, Object.assign(new Settings(), { CLASSIFY_DEADLINE_MS: 30 }));
  const patient = new ClassifierService(shared, settings);

  const hastyAnswer = hasty.suggest(TICKET); // the one that started the call
  const patientAnswer = patient.suggest(TICKET);
  await expect(hastyAnswer).resolves.toMatchObject({ fallbackReason: 'timeout' });
  await eventually(() => gemini.requests.length === 1);
  letGo();

  await expect(patientAnswer).resolves.toEqual(LABELS);
  expect(gemini.requests).toHaveLength(1);
});

it('falls back at once, without a call, when there is no key', async () => {
  for (const GEMINI_API_KEY of [undefined, '', '  ']) {
    await expect(createService({ GEMINI_API_KEY }).suggest(TICKET)).resolves.toEqual({
      category: 'general',
      priority: 'medium',
      usedFallback: true,
      fallbackReason: 'not_configured',
    });
  }

  expect(gemini.requests).toEqual([]);
});

it('keeps to the deadline when Gemini hangs', async () => {
  gemini.mode = 'hang-before-headers';

  const suggestion = await createService({ CLASSIFY_DEADLINE_MS: 100 }).suggest(TICKET);

  expect(suggestion).toMatchObject({ usedFallback: true, fallbackReason: 'timeout' });
});

it('sends what it has masked', async () => {
  await createService().suggest(TICKET);

  expect(gemini.requests[0]!.body.contents?.[0]?.parts[0]?.text).toContain('charged twice, says [email].');
});

it('sends 4,000 characters at most', async () => {
  await createService().suggest({ description: '🧾'.repeat(50_000) });

  const ticket = gemini.requests[0]!.body.contents?.[0]?.parts[0]?.text.split('\n')[1];
  expect(ticket).toBe('🧾'.repeat(2000));
});

describe('the log', () => {
  it('has one line for a call, with figures and versions', async () => {
    gemini.next.push('server-error');

    await createService().suggest(TICKET);

    expect(lines).toEqual([
      {
        level: 'log',
        msg: 'Suggested labels',
        outcome: 'answered',
        prompt_version: expect.any(Number),
        model: 'gemini-2.5-flash',
        model_version: 'gemini-stand-in-001',
        attempts: 2,
        latency_ms: expect.any(Number),
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
  ] as const)('says after %s (%s) to look at %s', async (mode, outcome, setting) => {
    gemini.mode = mode;

    await createService().suggest(TICKET);

    expect(lines).toMatchObject([{ level: 'error', outcome, msg: expect.stringContaining(setting) }]);
  });

  it('tells the tokens of a failure too', async () => {
    gemini.mode = 'truncated';

    await createService().suggest(TICKET);

    expect(lines).toMatchObject([{ level: 'warn', outcome: 'truncated', prompt_tokens: 700, attempts: 1 }]);
  });

  it('holds neither the text nor the key, whatever happens', async () => {
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

    expect(lines).toHaveLength(modes.length + 2);
    expect(JSON.stringify(lines)).not.toMatch(/zanzibar|marmalade/i);
    expect(JSON.stringify(lines)).not.toContain(KEY);
  });
});
