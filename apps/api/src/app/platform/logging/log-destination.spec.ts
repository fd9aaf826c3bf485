import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@docket/testing';
import { logDestination } from './log-destination';

it('writes lines', async () => {
  const file = join(tmpdir(), `docket-log-${process.pid}`);
  const fd = openSync(file, 'w');
  const destination = logDestination(fd);

  destination.write('one\n');
  destination.write('two\n');

  expect(await eventually(() => readFileSync(file, 'utf8').length === 8 && readFileSync(file, 'utf8'))).toBe(
    'one\ntwo\n',
  );
  closeSync(fd);
  rmSync(file);
});

it('neither ends nor blocks the process while the log cannot be written', async () => {
  const fd = openSync('/dev/full', 'w'); // each write fails with ENOSPC
  const destination = logDestination(fd);
  const errors: unknown[] = [];
  (destination as unknown as NodeJS.EventEmitter).on('error', (error) => errors.push(error));

  destination.write('one\n');
  await eventually(() => errors.length);
  const before = errors.length; // pino emits the first one twice
  destination.write('two\n');
  await eventually(() => errors.length > before);
  destination.flushSync();

  expect(errors.at(-1)).toMatchObject({ code: 'ENOSPC' });
  closeSync(fd);
});
