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

const advanceTime = (milliseconds: number) => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
};

describe('the circuit breaker', () => {
  const fiveFailures = () => {
    fixture.gemini.mode = 'unavailable';
    return fixture.outcomes(5);
  };

  it('opens after five consecutive failures and rejects calls', async () => {
    await expect(fiveFailures()).resolves.toEqual(Array(5).fill('upstream_error'));
    const calls = fixture.gemini.requests.length;

    fixture.gemini.mode = 'answer';
    await expect(fixture.outcomes(2)).resolves.toEqual(['circuit_open', 'circuit_open']);
    expect(fixture.gemini.requests).toHaveLength(calls);
  });

  it('counts timeouts', async () => {
    fixture.gemini.mode = 'hang-before-headers';
    for (let count = 1; count <= 5; count++) {
      const deadline = new ManualDeadline();
      const outcome = fixture.outcome(deadline);
      await eventually(() => fixture.gemini.requests.length === count);
      deadline.expire();
      await expect(outcome).resolves.toBe('timeout');
    }
    fixture.gemini.mode = 'answer';

    await expect(fixture.outcome()).resolves.toBe('circuit_open');
  });

  it.each<StandInMode & string>([
    'blocked-prompt',
    'safety',
    'truncated',
    'unknown-category',
    'bad-key',
    'unknown-model',
  ])('does not open for %s, which resets the count', async (mode) => {
    fixture.gemini.mode = 'unavailable';
    await fixture.outcomes(4);
    fixture.gemini.mode = mode;
    await fixture.outcomes(6);
    fixture.gemini.mode = 'unavailable';

    await expect(fixture.outcomes(4)).resolves.toEqual(Array(4).fill('upstream_error'));
    fixture.gemini.mode = 'answer';
    await expect(fixture.outcome()).resolves.toBe('suggested');
  });

  it('makes one trial call after 30 s and closes if it succeeds', async () => {
    advanceTime(0);
    await fiveFailures();
    advanceTime(29_999);
    await expect(fixture.outcome()).resolves.toBe('circuit_open');

    advanceTime(1);
    const { held, release } = fixture.holdResponses();
    const trial = fixture.outcome();
    await eventually(() => held.length === 1);
    await expect(fixture.outcome()).resolves.toBe('circuit_open');
    release();
    await expect(trial).resolves.toBe('suggested');

    fixture.gemini.mode = 'answer';
    await expect(fixture.outcomes(2)).resolves.toEqual(['suggested', 'suggested']);
  });

  it('reopens for 30 s if the trial call fails', async () => {
    advanceTime(0);
    await fiveFailures();
    advanceTime(30_000);

    await expect(fixture.outcomes(2)).resolves.toEqual(['upstream_error', 'circuit_open']);
    advanceTime(29_999);
    await expect(fixture.outcome()).resolves.toBe('circuit_open');
    advanceTime(1);
    fixture.gemini.mode = 'answer';
    await expect(fixture.outcome()).resolves.toBe('suggested');
  });
});
