import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import type { StandInMode } from '../../../testing/gemini-stand-in';
import { ManualDeadline } from '../../../testing/manual-deadline';
import { ResilientClassifierFixture } from '../../../testing/resilient-classifier-fixture';

// The policies around the real SDK, connected to a stand-in for Gemini. The policies read the time from Date.now.

let fixture: ResilientClassifierFixture;
beforeEach(async () => {
  for (const level of ['log', 'warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockImplementation();
  jest.spyOn(Math, 'random').mockReturnValue(0); // minimum retry delay
  fixture = await ResilientClassifierFixture.start();
});
afterEach(() => fixture.gemini.close());

describe('a retry', () => {
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
  ])('recovers from %s', async (mode) => {
    fixture.gemini.next.push(mode);

    await expect(fixture.outcome()).resolves.toBe('suggested');
    expect(fixture.gemini.requests).toHaveLength(2);
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
    ['unknown-category', 'invalid_output'],
    ['not-json', 'invalid_output'],
  ])('is not made after %s', async (mode, reason) => {
    fixture.gemini.mode = mode;

    await expect(fixture.outcome()).resolves.toBe(reason);
    expect(fixture.gemini.requests).toHaveLength(1);
  });

  it('is made once', async () => {
    fixture.gemini.mode = 'unavailable';

    await expect(fixture.outcome()).resolves.toBe('upstream_error');
    expect(fixture.gemini.requests).toHaveLength(2);
  });

  it.each([
    [599, 1],
    [600, 2],
  ])('with %i ms left: %i attempts in total', async (remainingMs, attempts) => {
    fixture.gemini.mode = 'unavailable';

    await fixture.outcome(new ManualDeadline(remainingMs));

    expect(fixture.gemini.requests).toHaveLength(attempts);
  });

  it('omits the thinking budget that the model rejected', async () => {
    fixture.gemini.mode = 'needs-thinking';

    await expect(fixture.outcome()).resolves.toBe('suggested');
    await expect(fixture.outcome()).resolves.toBe('suggested');

    const budgets = fixture.gemini.requests.map(({ body }) => body.generationConfig?.['thinkingConfig']);
    expect(budgets).toEqual([{ thinkingBudget: 0 }, undefined, undefined]);
  });

  it('shares the deadline of the first attempt', async () => {
    fixture.gemini.mode = 'hang-before-headers';
    fixture.gemini.next.push('server-error');
    const deadline = new ManualDeadline();

    const outcome = fixture.outcome(deadline);
    await eventually(() => fixture.gemini.requests.length === 2);
    deadline.expire();

    await expect(outcome).resolves.toBe('timeout');
  });

  it.each<StandInMode & string>(['hang-before-headers', 'hang-in-body'])('is not made after %s', async (mode) => {
    fixture.gemini.mode = mode;
    const deadline = new ManualDeadline();

    const outcome = fixture.outcome(deadline);
    await eventually(() => fixture.gemini.requests.length === 1);
    deadline.expire();

    await expect(outcome).resolves.toBe('timeout');
    expect(fixture.gemini.requests).toHaveLength(1);
  });
});
