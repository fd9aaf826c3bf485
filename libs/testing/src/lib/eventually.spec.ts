import { eventually } from './eventually';

it('returns the first value that is neither undefined nor false', async () => {
  const values = [undefined, false, 0];

  expect(await eventually(() => values.shift())).toBe(0);
});

it('calls again after an error, thrown or rejected', async () => {
  const attempts = [
    () => {
      throw new Error('thrown');
    },
    () => Promise.reject(new Error('rejected')),
    () => Promise.resolve('done'),
  ];

  expect(await eventually(() => attempts.shift()?.())).toBe('done');
});
