import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestDatabase } from '@docket/testing';
import type { InjectOptions } from 'fastify';
import { DataSource } from 'typeorm';
import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson } from '../../testing/people';
import { createMigratedDatabase } from '../../testing/test-database';
import { AppModule } from '../app.module';
import { Settings } from '../platform/config/settings';
import { configureApp, createHttpAdapter } from '../platform/http/configure-app';
import { createLogger } from '../platform/logging/create-logger';
import { NestLogger } from '../platform/logging/nest-logger';
import { OpenApiDocument } from '../platform/openapi/openapi-document';

/** A text that is recognised anywhere, and long enough for every kind of secret. */
const CANARY = 'Canary7Zx9QpLm4Tr2Ws8Vb6Nk3Hd5Jf1Gy0Cu';
const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

let database: TestDatabase;
let app: NestFastifyApplication;
const lines: string[] = [];
beforeAll(async () => {
  database = await createMigratedDatabase();
  const settings = Object.assign(new Settings(), { PUBLIC_URL, DEMO_TICKETS: false }, database.settings);
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings), createHttpAdapter(logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await configureApp(app).init();
});
afterAll(async () => {
  await app.close();
  await database.remove();
});

/** The token of the set-up link, which the log must have, because nobody could sign in without it. */
const setUpToken = (): string => /\/set-up#([\w-]{43})/.exec(lines.join(''))?.[1] ?? '';

/** The secrets that the responses so far have set as cookies. */
const cookies: string[] = [];
async function send(options: InjectOptions): Promise<number> {
  // Reads no body, because the stream of changes stays open.
  const response = await app.inject({
    ...options,
    headers: { ...SAME_SITE, ...options.headers },
    payloadAsStream: true,
  });
  const { statusCode, headers } = response;
  response.stream().destroy();
  const set = [headers['set-cookie']].flat().map((cookie) => cookie?.split(';', 1)[0] ?? '');
  cookies.push(...set.filter((cookie) => /=[\w-]{43}$/.test(cookie)));
  return statusCode;
}
const cookieHeader = (): string => cookies.slice(-2).join('; ');

const logged = (secret: string): string[] => lines.filter((line) => line.includes(secret));

it('has the set-up link in one line, and in no other', async () => {
  const token = setUpToken();
  const person = { name: 'Priya Nair', email: 'priya@desk.example', password: PASSWORD };

  expect(await send({ method: 'POST', url: '/api/auth/set-up', payload: { token, ...person } })).toBe(201);
  expect(await send({ method: 'POST', url: '/api/auth/set-up', payload: { token, ...person } })).toBe(410);

  expect(logged(token)).toHaveLength(1);
});

it('has no password, cookie or address of a person who signs in and out, or fails to', async () => {
  const { email, cookie } = await aPerson(app.get(DataSource), { role: 'admin' });
  const signIn = (password: string) =>
    send({ method: 'POST', url: '/api/session', payload: { email, password }, headers: { cookie: cookieHeader() } });
  expect(await signIn(CANARY)).toBe(401);
  expect(await signIn(PASSWORD)).toBe(201);
  const stepUp = (password: string) =>
    send({ method: 'POST', url: '/api/session/step-up', payload: { password }, headers: { cookie: cookieHeader() } });
  expect(await stepUp(CANARY)).toBe(403);
  expect(await stepUp(PASSWORD)).toBe(204);
  await send({ method: 'GET', url: '/api/session', headers: { cookie } });
  await send({ method: 'DELETE', url: '/api/session', headers: { cookie } });

  expect(cookies.length).toBeGreaterThanOrEqual(3);
  for (const secret of [CANARY, PASSWORD, email, cookie, ...cookies].map(valueOf)) expect(logged(secret)).toEqual([]);
});

it('has nothing of what is sent to any operation, accepted or refused', async () => {
  const { paths, components } = app.get(OpenApiDocument).document();
  const { cookie } = await aPerson(app.get(DataSource), { role: 'admin' });
  const fields = Object.values(components?.schemas ?? {}).flatMap((schema) =>
    'properties' in schema ? Object.keys(schema.properties ?? {}) : [],
  );
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of METHODS.filter((each) => operations[each])) {
      const body = Object.fromEntries(fields.map((field) => [field, `${CANARY}@desk.example`]));
      for (const payload of [undefined, body, `{"password":"${CANARY}`, `${CANARY}\n`.repeat(100)]) {
        for (const authorization of [`Bearer ${CANARY}`, `Bearer dkp_${CANARY}`, `Basic ${CANARY}`]) {
          await send({
            method: method.toUpperCase(),
            url: `${path.replace(/\{\w+\}/g, '7')}?token=${CANARY}&state=${CANARY}&code=${CANARY}`,
            headers: { authorization, cookie: `${cookie}; docket=${CANARY}`, 'content-type': 'application/json' },
            ...(payload !== undefined && method !== 'get' && { payload }),
          });
        }
      }
    }
  }

  expect(lines.length).toBeGreaterThan(100);
  expect(logged(CANARY)).toEqual([]);
  expect(logged(valueOf(cookie))).toEqual([]);
});

it('has nothing of a sign-in while the database fails', async () => {
  const data = app.get(DataSource);
  await data.query('ALTER TABLE users RENAME COLUMN password_hash TO password_away');

  expect(
    await send({
      method: 'POST',
      url: '/api/session',
      payload: { email: `${CANARY}@desk.example`, password: CANARY },
    }),
  ).toBe(500);

  await data.query('ALTER TABLE users RENAME COLUMN password_away TO password_hash');
  expect(lines.at(-1)).toContain('"status":500');
  expect(logged(CANARY)).toEqual([]);
});

function valueOf(secret: string): string {
  return secret.slice(secret.indexOf('=') + 1);
}
