import { Logger } from '@nestjs/common';
import { eventually } from '../../../testing/eventually';
import type { StandInMode } from '../../../testing/gemini-stand-in';
import { ManualDeadline } from '../../../testing/manual-deadline';
import { PolicedClassifier } from '../../../testing/policed-classifier';

// The real SDK under the policies, against a stand-in for the service. The clock of the policies is Date.now.

let policed: PolicedClassifier;
beforeEach(async () => {
  for (const level of ['log', 'warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockImplementation();
  jest.spyOn(Math, 'random').mockReturnValue(0); // the shortest pause between attempts
  policed = await PolicedClassifier.start();
});
afterEach(() => policed.gemini.close());

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
    policed.gemini.next.push(mode);

    await expect(policed.outcome()).resolves.toBe('answered');
    expect(policed.gemini.requests).toHaveLength(2);
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
    policed.gemini.mode = mode;

    await expect(policed.outcome()).resolves.toBe(reason);
    expect(policed.gemini.requests).toHaveLength(1);
  });

  it('is the last one', async () => {
    policed.gemini.mode = 'unavailable';

    await expect(policed.outcome()).resolves.toBe('upstream_error');
    expect(policed.gemini.requests).toHaveLength(2);
  });

  it.each([
    [599, 1],
    [600, 2],
  ])('with %i ms left, makes %i attempts in all', async (left, attempts) => {
    policed.gemini.mode = 'unavailable';

    await policed.outcome(new ManualDeadline(left));

    expect(policed.gemini.requests).toHaveLength(attempts);
  });

  it('does without the thinking budget that the first one was refused for', async () => {
    policed.gemini.mode = 'needs-thinking';

    await expect(policed.outcome()).resolves.toBe('answered');
    await expect(policed.outcome()).resolves.toBe('answered');

    const budgets = policed.gemini.requests.map(({ body }) => body.generationConfig?.['thinkingConfig']);
    expect(budgets).toEqual([{ thinkingBudget: 0 }, undefined, undefined]);
  });

  it('ends with the deadline of both', async () => {
    policed.gemini.mode = 'hang-before-headers';
    policed.gemini.next.push('server-error');
    const deadline = new ManualDeadline();

    const answer = policed.outcome(deadline);
    await eventually(() => policed.gemini.requests.length === 2);
    deadline.pass();

    await expect(answer).resolves.toBe('timeout');
  });

  it.each<StandInMode & string>(['hang-before-headers', 'hang-in-body'])('is not made after %s', async (mode) => {
    policed.gemini.mode = mode;
    const deadline = new ManualDeadline();

    const answer = policed.outcome(deadline);
    await eventually(() => policed.gemini.requests.length === 1);
    deadline.pass();

    await expect(answer).resolves.toBe('timeout');
    expect(policed.gemini.requests).toHaveLength(1);
  });
});
