import { Logger } from '@nestjs/common';
import { eventually } from '../../../testing/eventually';
import { asksForPause } from '../../../testing/gemini-stand-in';
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

const laterBy = (milliseconds: number) => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
};

describe('a 429', () => {
  it.each([
    ['7s', 7000],
    ['3600s', 60_000],
  ])('that asks for %s stops all calls for %i ms', async (retryDelay, pauseMs) => {
    laterBy(0);
    policed.gemini.next.push(asksForPause(retryDelay));

    await expect(policed.outcomes(2)).resolves.toEqual(['rate_limited', 'rate_limited']);
    laterBy(pauseMs - 1);
    await expect(policed.outcome()).resolves.toBe('rate_limited');
    expect(policed.gemini.requests).toHaveLength(1);

    laterBy(1);
    await expect(policed.outcome()).resolves.toBe('answered');
  });
});

describe('the queue', () => {
  it('lets four calls run, eight wait, and sends the thirteenth away', async () => {
    const { held, release } = policed.holdAnswers();
    const twelve = Array.from({ length: 12 }, () => policed.outcome());
    await eventually(() => held.length === 4);

    await expect(policed.outcome()).resolves.toBe('overloaded');
    expect(policed.gemini.requests).toHaveLength(4);

    release();
    await eventually(() => held.length === 4);
    release();
    await eventually(() => held.length === 4);
    release();
    await expect(Promise.all(twelve)).resolves.toEqual(Array(12).fill('answered'));
  });

  it('keeps the deadline of those who wait, and makes no call for them later', async () => {
    const { held, release } = policed.holdAnswers();
    const four = Array.from({ length: 4 }, () => policed.outcome());
    await eventually(() => held.length === 4);
    const deadline = new ManualDeadline();

    const fifth = policed.outcome(deadline);
    deadline.pass();

    await expect(fifth).resolves.toBe('timeout');
    release();
    await Promise.all(four);
    expect(policed.gemini.requests).toHaveLength(4);
  });

  it('sends those who wait away when the circuit opens meanwhile', async () => {
    policed.gemini.mode = 'unavailable';
    await policed.outcomes(4);
    const { held } = policed.holdAnswers();
    const deadlines = Array.from({ length: 4 }, () => new ManualDeadline());
    const four = deadlines.map((deadline) => policed.outcome(deadline));
    await eventually(() => held.length === 4);
    const calls = policed.gemini.requests.length;

    const fifth = policed.outcome();
    deadlines.forEach((deadline) => deadline.pass());

    await expect(Promise.all(four)).resolves.toEqual(Array(4).fill('timeout'));
    await expect(fifth).resolves.toBe('circuit_open');
    expect(policed.gemini.requests).toHaveLength(calls);
  });
});

describe('the daily budget', () => {
  const restart = async (dailyLimit: number) => {
    await policed.gemini.close();
    return PolicedClassifier.start(dailyLimit);
  };

  it('makes no call beyond it', async () => {
    policed = await restart(2);

    await expect(policed.outcomes(3)).resolves.toEqual(['answered', 'answered', 'budget']);
    expect(policed.gemini.requests).toHaveLength(2);
  });

  it('counts second attempts', async () => {
    policed = await restart(1);
    policed.gemini.mode = 'unavailable';

    await expect(policed.outcome()).resolves.toBe('upstream_error');
    await expect(policed.outcome()).resolves.toBe('budget');
    expect(policed.gemini.requests).toHaveLength(1);
  });
});
