import { Deadline } from './deadline';

describe('Deadline', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('aborts its signal when it passes', () => {
    const deadline = new Deadline(4000);

    jest.advanceTimersByTime(3999);
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.remaining).toBe(1);
    jest.advanceTimersByTime(1);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remaining).toBe(0);
  });

  it('ends a race that the work does not', async () => {
    const deadline = new Deadline(4000);

    const race = deadline.race(new Promise(() => undefined));
    jest.advanceTimersByTime(4000);

    await expect(race).rejects.toMatchObject({ reason: 'timeout' });
    await expect(deadline.race(Promise.resolve('late'))).rejects.toMatchObject({ reason: 'timeout' });
  });

  it("passes on the work's own end", async () => {
    const deadline = new Deadline(4000);

    await expect(deadline.race(Promise.resolve('done'))).resolves.toBe('done');
    await expect(deadline.race(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });

  it('leaves no timer behind once it is cleared', () => {
    new Deadline(4000).clear();

    expect(jest.getTimerCount()).toBe(0);
  });
});
