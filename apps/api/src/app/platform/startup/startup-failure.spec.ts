import { describeStartupFailure } from './startup-failure';
import { StartupError } from './startup-error';

it('has no stack if the database accepts no changes, or if Docket knows what to do', () => {
  const full = Object.assign(new Error('No space left on device'), { code: 'ENOSPC' });

  expect(describeStartupFailure(full)).toBe(
    'Docket cannot start now, because it has to change the database. The disk of the database has too little space (No space left on device).',
  );
  expect(describeStartupFailure(new StartupError('Set PORT to another port.'))).toBe('Set PORT to another port.');
});

it('has the stack of any other error', () => {
  const error = new Error('never expected');

  expect(describeStartupFailure(error)).toBe(error.stack);
  expect(describeStartupFailure('thrown text')).toBe('thrown text');
});
