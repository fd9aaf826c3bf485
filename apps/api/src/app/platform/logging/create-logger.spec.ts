import { stripVTControlCharacters } from 'node:util';
import { QueryFailedError } from 'typeorm';
import { createLogger } from './create-logger';
import { NestLogger } from './nest-logger';
import { readableLines } from './readable-lines';

/** A logger that collects its lines. */
function createTestLogger() {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

it('redacts secrets at every level that it searches', () => {
  const { logger, lines } = createTestLogger();

  logger.info({ headers: { authorization: 'Bearer abc', 'x-goog-api-key': 'abc', cookie: 'abc' } }, 'a request');
  logger.info({ settings: { DATABASE_URL: 'postgres://u:abc@h/d', GEMINI_API_KEY: 'abc' }, password: 'abc' });
  logger.info({
    failure: Object.assign(new Error('rejected'), { request: { cookie: 'abc' } }),
    calls: [{ password: 'abc' }],
  });

  expect(lines.join()).not.toContain('abc');
});

it.each([
  ['a path', { path: '/see/http://jane:abc@desk.example/' }, 'a request'],
  ['a message', {}, 'connect to postgres://jane:abc@db.example/docket failed'],
  ['a stack', { err: new Error('postgres://jane:a%40bc@db.example') }, 'failed'],
  ['a path without a scheme', { path: '//jane:abc@desk.example' }, 'a request'],
])('redacts user names and passwords in %s', (_where, fields, message) => {
  const { logger, lines } = createTestLogger();

  logger.warn(fields, message);

  expect(lines.join()).not.toMatch(/jane|abc|40bc/);
  expect(lines.join()).toMatch(/\[Redacted\]@(desk|db)\.example/);
});

it('keeps mail addresses and package names apart from user information', () => {
  const { logger, last } = createTestLogger();

  logger.info('jane@desk.example wrote; at node_modules/@nestjs/core');

  expect(last()['msg']).toBe('jane@desk.example wrote; at node_modules/@nestjs/core');
});

it('keeps all other fields, and does not change the logged object', () => {
  const { logger, last } = createTestLogger();
  const fields = { calls: [{ path: '/a', password: 'abc' }, { path: '/b' }], at: new Date(0), none: null };

  logger.info(fields);

  expect(last()).toMatchObject({
    calls: [{ path: '/a', password: '[Redacted]' }, { path: '/b' }],
    at: '1970-01-01T00:00:00.000Z',
    none: null,
  });
  expect(fields.calls[0]?.password).toBe('abc');
});

it('does not log the parameters of a failed query', () => {
  const { logger, lines, last } = createTestLogger();

  logger.error({ err: new QueryFailedError('INSERT …', ['My card number is …'], new Error('disk full')) }, 'failed');

  expect(last()['err']).toMatchObject({ type: 'QueryFailedError', message: 'disk full' });
  expect(lines.join()).not.toContain('My card number');
});

it("logs Nest's messages with their context, without its start-up messages", () => {
  const { logger, lines, last } = createTestLogger();
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

  expect(text[0]).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: It is slow \{"context":"Database","password":"\[Redacted\]"\}\n$/);
  expect(text[1]).toMatch(/^\[.{8}\] ERROR: It broke\s*\n +stack: Error: no\n +at here\n$/);
});

const FOREIGN = 'v1\u001b[31m\n{"level":30}\r\u009b2J\u2028\u202egnp\u0000';

it('writes foreign text without characters that a terminal obeys, and loses none of it', () => {
  const { logger, lines, last } = createTestLogger();

  logger.warn({ model_version: FOREIGN, [FOREIGN]: 1, err: new Error(FOREIGN) }, FOREIGN);

  expect(lines).toHaveLength(1);
  expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
  expect(last()).toMatchObject({ model_version: FOREIGN, [FOREIGN]: 1, msg: FOREIGN, err: { message: FOREIGN } });
});

it('writes foreign text to a terminal without ANSI escapes, and as one line', () => {
  const text: string[] = [];
  const logger = createLogger('info', readableLines({ write: (line) => text.push(line) }));

  logger.warn({ model_version: FOREIGN, path: FOREIGN }, FOREIGN);
  logger.error({ stack: `Error: ${FOREIGN}\n    at here` }, 'It broke');

  const own = /\u001b\[\d\dm/g; // the colours of the logger
  const printed = text.map((line) => line.replaceAll(own, ''));
  expect(printed[0]).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202e]+\n$/u);
  expect(printed[0]).toContain(String.raw`v1\u001b[31m\u000a`);
  expect(printed[1]).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202e]/u);
});
