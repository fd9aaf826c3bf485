import { Logger } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { eventually } from '../../testing/eventually';
import {
  asksForPause,
  type GeminiStandIn,
  MODES,
  type StandInMode,
  startGeminiStandIn,
} from '../../testing/gemini-stand-in';
import { ManualDeadline } from '../../testing/manual-deadline';
import { ClassifierLog } from './classifier-log';
import { GeminiClassifier } from './gemini-classifier.provider';
import { toModelText } from './model-text';
import { ResilientClassifier } from './resilient-classifier.provider';

// The real SDK under the policies, against a stand-in for the service. The clock of the policies is Date.now.

const MODEL = 'gemini-2.5-flash';
let gemini: GeminiStandIn;
let classifier: ResilientClassifier;
beforeEach(async () => {
  for (const level of ['log', 'warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockImplementation();
  jest.spyOn(Math, 'random').mockReturnValue(0); // the shortest pause between attempts
  gemini = await startGeminiStandIn({ mode: 'answer' });
  classifier = createClassifier();
});
afterEach(() => gemini.close());

function createClassifier(dailyLimit = 1000) {
  const inner = new GeminiClassifier({ apiKey: 'AIza-test-key', model: MODEL, baseUrl: gemini.url });
  return new ResilientClassifier(inner, new ClassifierLog(MODEL), dailyLimit);
}

/** Its reason when it failed, else "answered". */
async function outcome(deadline = new ManualDeadline(), from = classifier): Promise<string> {
  return from.classify(toModelText({ description: 'Checkout is down' }), deadline).then(
    () => 'answered',
    (failure: { reason: string }) => failure.reason,
  );
}

/** Of several, one after the other, with no time for second attempts. */
async function outcomes(count: number): Promise<string[]> {
  const all: string[] = [];
  for (let index = 0; index < count; index++) all.push(await outcome(new ManualDeadline(599)));
  return all;
}

/** Answers that wait until the test lets them go. */
function heldAnswers() {
  const held: ServerResponse[] = [];
  gemini.mode = (response) => held.push(response);
  const release = () => held.splice(0).forEach((response) => MODES.answer(response, {}));
  return { held, release };
}

const laterBy = (milliseconds: number) => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
};

describe('a second attempt', () => {
  it.each<StandInMode & string>([
    'no-parts',
    'no-candidates',
    'request-timeout',
    'server-error',
    'unavailable',
    'unavailable-html',
    'html',
    'reset-before-headers',
    'reset-in-body',
  ])('mends %s', async (mode) => {
    gemini.next.push(mode);

    await expect(outcome()).resolves.toBe('answered');
    expect(gemini.requests).toHaveLength(2);
  });

  it.each<[StandInMode & string, string]>([
    ['bad-request', 'bad_request'],
    ['bad-key', 'unauthorized'],
    ['unauthenticated', 'unauthorized'],
    ['forbidden', 'unauthorized'],
    ['unknown-model', 'model_not_found'],
    ['rate-limited', 'rate_limited'],
    ['blocked-prompt', 'blocked'],
    ['safety', 'blocked'],
    ['prohibited-content', 'blocked'],
    ['truncated', 'truncated'],
    ['unknown-label', 'invalid_output'],
    ['not-json', 'invalid_output'],
  ])('is not made after %s', async (mode, reason) => {
    gemini.mode = mode;

    await expect(outcome()).resolves.toBe(reason);
    expect(gemini.requests).toHaveLength(1);
  });

  it('is the last one', async () => {
    gemini.mode = 'unavailable';

    await expect(outcome()).resolves.toBe('upstream_error');
    expect(gemini.requests).toHaveLength(2);
  });

  it.each([
    [599, 1],
    [600, 2],
  ])('with %i ms left, makes %i attempts in all', async (left, attempts) => {
    gemini.mode = 'unavailable';

    await outcome(new ManualDeadline(left));

    expect(gemini.requests).toHaveLength(attempts);
  });

  it('does without the thinking budget that the first one was refused for', async () => {
    gemini.mode = 'needs-thinking';

    await expect(outcome()).resolves.toBe('answered');
    await expect(outcome()).resolves.toBe('answered');

    const budgets = gemini.requests.map(({ body }) => body.generationConfig?.['thinkingConfig']);
    expect(budgets).toEqual([{ thinkingBudget: 0 }, undefined, undefined]);
  });

  it('ends with the deadline of both', async () => {
    gemini.mode = 'hang-before-headers';
    gemini.next.push('server-error');
    const deadline = new ManualDeadline();

    const answer = outcome(deadline);
    await eventually(() => gemini.requests.length === 2);
    deadline.pass();

    await expect(answer).resolves.toBe('timeout');
  });

  it.each<StandInMode & string>(['hang-before-headers', 'hang-in-body'])('is not made after %s', async (mode) => {
    gemini.mode = mode;
    const deadline = new ManualDeadline();

    const answer = outcome(deadline);
    await eventually(() => gemini.requests.length === 1);
    deadline.pass();

    await expect(answer).resolves.toBe('timeout');
    expect(gemini.requests).toHaveLength(1);
  });
});

describe('a 429', () => {
  it.each([
    ['7s', 7000],
    ['3600s', 60_000],
  ])('that asks for %s stops all calls for %i ms', async (retryDelay, pauseMs) => {
    laterBy(0);
    gemini.next.push(asksForPause(retryDelay));

    await expect(outcomes(2)).resolves.toEqual(['rate_limited', 'rate_limited']);
    laterBy(pauseMs - 1);
    await expect(outcome()).resolves.toBe('rate_limited');
    expect(gemini.requests).toHaveLength(1);

    laterBy(1);
    await expect(outcome()).resolves.toBe('answered');
  });
});

describe('the circuit breaker', () => {
  const fiveFailures = () => {
    gemini.mode = 'unavailable';
    return outcomes(5);
  };

  it('sends everyone away, without a call, after five failures in a row', async () => {
    await expect(fiveFailures()).resolves.toEqual(Array(5).fill('upstream_error'));
    const calls = gemini.requests.length;

    gemini.mode = 'answer';
    await expect(outcomes(2)).resolves.toEqual(['circuit_open', 'circuit_open']);
    expect(gemini.requests).toHaveLength(calls);
  });

  it('counts a service that does not answer in time', async () => {
    gemini.mode = 'hang-before-headers';
    for (let count = 1; count <= 5; count++) {
      const deadline = new ManualDeadline();
      const answer = outcome(deadline);
      await eventually(() => gemini.requests.length === count);
      deadline.pass();
      await expect(answer).resolves.toBe('timeout');
    }
    gemini.mode = 'answer';

    await expect(outcome()).resolves.toBe('circuit_open');
  });

  it.each<StandInMode & string>(['blocked-prompt', 'safety', 'truncated', 'unknown-label', 'bad-key', 'unknown-model'])(
    'never opens for %s, and counts anew after it',
    async (mode) => {
      gemini.mode = 'unavailable';
      await outcomes(4);
      gemini.mode = mode;
      await outcomes(6);
      gemini.mode = 'unavailable';

      await expect(outcomes(4)).resolves.toEqual(Array(4).fill('upstream_error'));
      gemini.mode = 'answer';
      await expect(outcome()).resolves.toBe('answered');
    },
  );

  it('lets one call try after 30 s, and the others through once it has worked', async () => {
    laterBy(0);
    await fiveFailures();
    laterBy(29_999);
    await expect(outcome()).resolves.toBe('circuit_open');

    laterBy(1);
    const { held, release } = heldAnswers();
    const trial = outcome();
    await eventually(() => held.length === 1);
    await expect(outcome()).resolves.toBe('circuit_open');
    release();
    await expect(trial).resolves.toBe('answered');

    gemini.mode = 'answer';
    await expect(outcomes(2)).resolves.toEqual(['answered', 'answered']);
  });

  it('opens again for 30 s when the trial fails', async () => {
    laterBy(0);
    await fiveFailures();
    laterBy(30_000);

    await expect(outcomes(2)).resolves.toEqual(['upstream_error', 'circuit_open']);
    laterBy(29_999);
    await expect(outcome()).resolves.toBe('circuit_open');
    laterBy(1);
    gemini.mode = 'answer';
    await expect(outcome()).resolves.toBe('answered');
  });
});

describe('the queue', () => {
  it('lets four calls run, eight wait, and sends the thirteenth away', async () => {
    const { held, release } = heldAnswers();
    const twelve = Array.from({ length: 12 }, () => outcome());
    await eventually(() => held.length === 4);

    await expect(outcome()).resolves.toBe('overloaded');
    expect(gemini.requests).toHaveLength(4);

    release();
    await eventually(() => held.length === 4);
    release();
    await eventually(() => held.length === 4);
    release();
    await expect(Promise.all(twelve)).resolves.toEqual(Array(12).fill('answered'));
  });

  it('keeps the deadline of those who wait, and makes no call for them later', async () => {
    const { held, release } = heldAnswers();
    const four = Array.from({ length: 4 }, () => outcome());
    await eventually(() => held.length === 4);
    const deadline = new ManualDeadline();

    const fifth = outcome(deadline);
    deadline.pass();

    await expect(fifth).resolves.toBe('timeout');
    release();
    await Promise.all(four);
    expect(gemini.requests).toHaveLength(4);
  });

  it('sends those who wait away when the circuit opens meanwhile', async () => {
    gemini.mode = 'unavailable';
    await outcomes(4);
    const { held } = heldAnswers();
    const deadlines = Array.from({ length: 4 }, () => new ManualDeadline());
    const four = deadlines.map((deadline) => outcome(deadline));
    await eventually(() => held.length === 4);
    const calls = gemini.requests.length;

    const fifth = outcome();
    deadlines.forEach((deadline) => deadline.pass());

    await expect(Promise.all(four)).resolves.toEqual(Array(4).fill('timeout'));
    await expect(fifth).resolves.toBe('circuit_open');
    expect(gemini.requests).toHaveLength(calls);
  });
});

describe('the daily budget', () => {
  it('makes no call beyond it', async () => {
    classifier = createClassifier(2);

    await expect(outcomes(3)).resolves.toEqual(['answered', 'answered', 'budget']);
    expect(gemini.requests).toHaveLength(2);
  });

  it('counts second attempts', async () => {
    classifier = createClassifier(1);
    gemini.mode = 'unavailable';

    await expect(outcome()).resolves.toBe('upstream_error');
    await expect(outcome()).resolves.toBe('budget');
    expect(gemini.requests).toHaveLength(1);
  });
});
