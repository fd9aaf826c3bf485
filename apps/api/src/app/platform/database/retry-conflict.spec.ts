import { retryConflict } from './retry-conflict';

const conflict = () => Object.assign(new Error('could not serialize access'), { code: '40001' });

/** Fails `times` times with an error, then succeeds. */
const failing = (times: number, error: Error) => {
  const run: jest.Mock<Promise<string>, []> = jest.fn(() =>
    run.mock.calls.length <= times ? Promise.reject(error) : Promise.resolve('done'),
  );
  return run;
};

describe('retryConflict', () => {
  it.each([0, 1, 2])('succeeds after %d conflicts', async (times) => {
    const run = failing(times, conflict());

    await expect(retryConflict(run)).resolves.toBe('done');
    expect(run).toHaveBeenCalledTimes(times + 1);
  });

  it('gives up after three attempts', async () => {
    const run = failing(3, conflict());

    await expect(retryConflict(run)).rejects.toThrow('could not serialize');
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('does not retry after any other error', async () => {
    const run = failing(1, new Error('no'));

    await expect(retryConflict(run)).rejects.toThrow('no');
    expect(run).toHaveBeenCalledTimes(1);
  });
});
