import { setImmediate } from 'node:timers/promises';
import { FOLD_TEXTS } from './fold-texts';

it('pauses between passes while another transaction holds the remaining rows', async () => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let passes = 0;
  const query = async <T>(sql: string) => {
    await setImmediate();
    signal.throwIfAborted();
    const isPass = sql.includes('SKIP LOCKED');
    if (isPass) passes++;
    return [isPass ? { rows: 0, last: null } : { valid: true }] as T[];
  };

  const change = FOLD_TEXTS.apply({ signal, query });
  for (let turns = 0; turns < 100; turns++) await setImmediate();
  stopping.abort(new Error('stopping'));

  await expect(change).rejects.toThrow();
  expect(passes).toBe(1);
});
