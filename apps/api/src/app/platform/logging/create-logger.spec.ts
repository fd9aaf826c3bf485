import { stripVTControlCharacters } from 'node:util';
import { QueryFailedError } from 'typeorm';
import { createLogger } from './create-logger';
import { NestLogger } from './nest-logger';
import { readableLines } from './readable-lines';

/** What a logger writes, line by line. */
function listen() {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

it('takes secrets out, wherever they lie', () => {
  const { logger, lines } = listen();

  logger.info({ headers: { authorization: 'Bearer abc', 'x-goog-api-key': 'abc', cookie: 'abc' } }, 'a request');
  logger.info({ settings: { DATABASE_URL: 'postgres://u:abc@h/d', GEMINI_API_KEY: 'abc' }, password: 'abc' });
  logger.info({
    failure: Object.assign(new Error('refused'), { request: { cookie: 'abc' } }),
    calls: [{ password: 'abc' }],
  });

  expect(lines.join()).not.toContain('abc');
});

it('leaves what is no secret as it is', () => {
  const { logger, last } = listen();
  const said = { calls: [{ path: '/a', password: 'abc' }, { path: '/b' }], at: new Date(0), none: null };

  logger.info(said);

  expect(last()).toMatchObject({
    calls: [{ path: '/a', password: '[Redacted]' }, { path: '/b' }],
    at: '1970-01-01T00:00:00.000Z',
    none: null,
  });
  expect(said.calls[0]?.password).toBe('abc');
});

it('does not tell what people wrote when a query fails', () => {
  const { logger, lines, last } = listen();

  logger.error({ err: new QueryFailedError('INSERT …', ['My card number is …'], new Error('disk full')) }, 'failed');

  expect(last()['err']).toMatchObject({ type: 'QueryFailedError', message: 'disk full' });
  expect(lines.join()).not.toContain('My card number');
});

it("carries Nest's messages, with their context, and leaves out its chatter", () => {
  const { logger, lines, last } = listen();
  const nest = new NestLogger(logger);

  nest.log('AppModule dependencies initialized', 'InstanceLoader');
  expect(lines).toEqual([]);

  nest.warn('The model is gone', 'Classifier');
  expect(last()).toMatchObject({ level: 40, msg: 'The model is gone', context: 'Classifier' });

  nest.error('It broke', 'Error: at …', 'Tickets');
  expect(last()).toMatchObject({ level: 50, msg: 'It broke', context: 'Tickets', stack: 'Error: at …' });
});

it('writes readable lines on a terminal, with the stack below', () => {
  const text: string[] = [];
  const logger = createLogger('info', readableLines({ write: (line) => text.push(stripVTControlCharacters(line)) }));

  logger.warn({ context: 'Database', password: 'abc' }, 'It is slow');
  logger.error({ stack: 'Error: no\n    at here' }, 'It broke');

  expect(text[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: It is slow {"context":"Database","password":"\[Redacted\]"}\n$/);
  expect(text[1]).toMatch(/^\[.{8}\] ERROR: It broke\s*\n +stack: Error: no\n +at here\n$/);
});
