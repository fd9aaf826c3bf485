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

const laterBy = (milliseconds: number) => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
};

describe('the circuit breaker', () => {
  const fiveFailures = () => {
    policed.gemini.mode = 'unavailable';
    return policed.outcomes(5);
  };

  it('sends everyone away, without a call, after five failures in a row', async () => {
    await expect(fiveFailures()).resolves.toEqual(Array(5).fill('upstream_error'));
    const calls = policed.gemini.requests.length;

    policed.gemini.mode = 'answer';
    await expect(policed.outcomes(2)).resolves.toEqual(['circuit_open', 'circuit_open']);
    expect(policed.gemini.requests).toHaveLength(calls);
  });

  it('counts a service that does not answer in time', async () => {
    policed.gemini.mode = 'hang-before-headers';
    for (let count = 1; count <= 5; count++) {
      const deadline = new ManualDeadline();
      const answer = policed.outcome(deadline);
      await eventually(() => policed.gemini.requests.length === count);
      deadline.pass();
      await expect(answer).resolves.toBe('timeout');
    }
    policed.gemini.mode = 'answer';

    await expect(policed.outcome()).resolves.toBe('circuit_open');
  });

  it.each<StandInMode & string>(['blocked-prompt', 'safety', 'truncated', 'unknown-label', 'bad-key', 'unknown-model'])(
    'never opens for %s, and counts anew after it',
    async (mode) => {
      policed.gemini.mode = 'unavailable';
      await policed.outcomes(4);
      policed.gemini.mode = mode;
      await policed.outcomes(6);
      policed.gemini.mode = 'unavailable';

      await expect(policed.outcomes(4)).resolves.toEqual(Array(4).fill('upstream_error'));
      policed.gemini.mode = 'answer';
      await expect(policed.outcome()).resolves.toBe('answered');
    },
  );

  it('lets one call try after 30 s, and the others through once it has worked', async () => {
    laterBy(0);
    await fiveFailures();
    laterBy(29_999);
    await expect(policed.outcome()).resolves.toBe('circuit_open');

    laterBy(1);
    const { held, release } = policed.holdAnswers();
    const trial = policed.outcome();
    await eventually(() => held.length === 1);
    await expect(policed.outcome()).resolves.toBe('circuit_open');
    release();
    await expect(trial).resolves.toBe('answered');

    policed.gemini.mode = 'answer';
    await expect(policed.outcomes(2)).resolves.toEqual(['answered', 'answered']);
  });

  it('opens again for 30 s when the trial fails', async () => {
    laterBy(0);
    await fiveFailures();
    laterBy(30_000);

    await expect(policed.outcomes(2)).resolves.toEqual(['upstream_error', 'circuit_open']);
    laterBy(29_999);
    await expect(policed.outcome()).resolves.toBe('circuit_open');
    laterBy(1);
    policed.gemini.mode = 'answer';
    await expect(policed.outcome()).resolves.toBe('answered');
  });
});
