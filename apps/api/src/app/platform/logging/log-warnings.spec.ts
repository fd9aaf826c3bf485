import { createLogger } from './create-logger';
import { logWarnings } from './log-warnings';

/** Emits a warning as Node does. Jest's `process` is a copy, which `process.emitWarning` does not reach. */
function warn(message: string): void {
  process.emit('warning', Object.assign(new Error(message), { name: 'SecurityWarning', code: 'DKT1' }));
}

it('logs a warning of several lines as one line of JSON, and nothing else prints it', () => {
  const lines: string[] = [];
  const printed: string[] = [];
  const print = ({ message }: Error) => printed.push(message);
  process.on('warning', print);

  const restore = logWarnings(createLogger('info', { write: (line) => void lines.push(line) }));
  warn('The mode is insecure.\nChoose another one.');
  restore();
  warn('later');
  process.off('warning', print);

  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({
      level: 40,
      context: 'SecurityWarning',
      code: 'DKT1',
      msg: 'The mode is insecure.\nChoose another one.',
    }),
  ]);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  expect(printed).toEqual(['later']);
});
