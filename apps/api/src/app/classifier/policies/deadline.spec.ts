import { isServiceFailure } from '../classifier-failure';
import { Deadline } from './deadline';

describe('Deadline', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('aborts its signal when it expires', () => {
    const deadline = new Deadline(4000);

    jest.advanceTimersByTime(3999);
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.remainingMs).toBe(1);
    jest.advanceTimersByTime(1);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remainingMs).toBe(0);
  });

  it('rejects a race with work that does not settle', async () => {
    const deadline = new Deadline(4000);

    const race = deadline.race(new Promise(() => undefined));
    jest.advanceTimersByTime(4000);

    await expect(race).rejects.toMatchObject({ reason: 'timeout' });
    await expect(deadline.race(Promise.resolve('late'))).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('aborts its signal when the work is stopped, which is no failure of the service', async () => {
    const stop = new AbortController();
    const deadline = new Deadline(4000, stop.signal);
    const race = deadline.race(new Promise(() => undefined));

    stop.abort();

    expect(deadline.signal.aborted).toBe(true);
    const failure = await race.catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'timeout', details: { isStopped: true } });
    expect(isServiceFailure(failure)).toBe(false);
    expect(isServiceFailure(new Deadline(0).failure())).toBe(true);
    expect(new Deadline(4000, stop.signal).remainingMs).toBe(0); // stopped before it began
  });

  it('settles a race with the outcome of the work', async () => {
    const deadline = new Deadline(4000);

    await expect(deadline.race(Promise.resolve('done'))).resolves.toBe('done');
    await expect(deadline.race(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });

  it('cancels its timer when cleared', () => {
    new Deadline(4000).clear();

    expect(jest.getTimerCount()).toBe(0);
  });
});
