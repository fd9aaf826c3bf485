import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import { respondWithRetryDelay } from '../../../testing/gemini-stand-in';
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

describe('a 429', () => {
  it.each([
    ['7s', 7000],
    ['3600s', 60_000],
  ])('with a delay of %s pauses all calls for %i ms', async (retryDelay, expectedMs) => {
    advanceTime(0);
    fixture.gemini.next.push(respondWithRetryDelay(retryDelay));

    await expect(fixture.outcomes(2)).resolves.toEqual(['rate_limited', 'rate_limited']);
    advanceTime(expectedMs - 1);
    await expect(fixture.outcome()).resolves.toBe('rate_limited');
    expect(fixture.gemini.requests).toHaveLength(1);

    advanceTime(1);
    await expect(fixture.outcome()).resolves.toBe('suggested');
  });
});

describe('the bulkhead', () => {
  it('runs four calls, queues eight and rejects the thirteenth', async () => {
    const { held, release } = fixture.holdResponses();
    const twelve = Array.from({ length: 12 }, () => fixture.outcome());
    await eventually(() => held.length === 4);

    await expect(fixture.outcome()).resolves.toBe('overloaded');
    expect(fixture.gemini.requests).toHaveLength(4);

    release();
    await eventually(() => held.length === 4);
    release();
    await eventually(() => held.length === 4);
    release();
    await expect(Promise.all(twelve)).resolves.toEqual(Array(12).fill('suggested'));
  });

  it('times out a queued call at its deadline and never makes it', async () => {
    const { held, release } = fixture.holdResponses();
    const four = Array.from({ length: 4 }, () => fixture.outcome());
    await eventually(() => held.length === 4);
    const deadline = new ManualDeadline();

    const fifth = fixture.outcome(deadline);
    deadline.expire();

    await expect(fifth).resolves.toBe('timeout');
    release();
    await Promise.all(four);
    expect(fixture.gemini.requests).toHaveLength(4);
  });

  it('rejects queued calls when the circuit opens', async () => {
    fixture.gemini.mode = 'unavailable';
    await fixture.outcomes(4);
    const { held } = fixture.holdResponses();
    const deadlines = Array.from({ length: 4 }, () => new ManualDeadline());
    const four = deadlines.map((deadline) => fixture.outcome(deadline));
    await eventually(() => held.length === 4);
    const calls = fixture.gemini.requests.length;

    const fifth = fixture.outcome();
    deadlines.forEach((deadline) => deadline.expire());

    await expect(Promise.all(four)).resolves.toEqual(Array(4).fill('timeout'));
    await expect(fifth).resolves.toBe('circuit_open');
    expect(fixture.gemini.requests).toHaveLength(calls);
  });
});

describe('the daily budget', () => {
  const restart = async (dailyLimit: number) => {
    await fixture.gemini.close();
    return ResilientClassifierFixture.start(dailyLimit);
  };

  it('rejects calls over the limit', async () => {
    fixture = await restart(2);

    await expect(fixture.outcomes(3)).resolves.toEqual(['suggested', 'suggested', 'budget']);
    expect(fixture.gemini.requests).toHaveLength(2);
  });

  it('counts retries', async () => {
    fixture = await restart(1);
    fixture.gemini.mode = 'unavailable';

    await expect(fixture.outcome()).resolves.toBe('upstream_error');
    await expect(fixture.outcome()).resolves.toBe('budget');
    expect(fixture.gemini.requests).toHaveLength(1);
  });
});
