import { Client } from 'pg';
import { type TestApp, startTestApp } from '../../../../testing/test-app';
import { Settings } from '../../config/settings';
import { type RequestsInUse, copyLines } from './copy-lines';
import { LongReads } from './long-reads';

const isServer = process.env['TEST_DATABASE_URL'] !== undefined;

/** More than 1.5 MB in parts of at least 128 kB. JSON escapes the control characters that delimit and quote in the copy. */
const LINES = 3000;
const SQL = `SELECT to_json(n || E' \\x01\\x02\\n\\\\ "ü"' || repeat('x', 500)) FROM generate_series(1, ${LINES}) AS n`;
const LINE = (n: number) => JSON.stringify(`${n} \u0001\u0002\n\\ "ü"${'x'.repeat(500)}`);

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

async function copy(requests: RequestsInUse) {
  const client = new Client({ connectionString: api.app.get(Settings).DATABASE_URL });
  await client.connect();
  try {
    await client.query('BEGIN');
    const parts: Buffer[] = [];
    let pauses = 0;
    const pause = () => Promise.resolve(pauses++);
    for await (const part of copyLines(client, SQL, requests, pause)) parts.push(part);
    return { text: Buffer.concat(parts).toString(), parts: parts.length, pauses };
  } finally {
    await client.end();
  }
}

it(isServer ? 'are copied unchanged, without pauses' : 'are not copied by the embedded database', async () => {
  if (!isServer) {
    const read = await api.app.get(LongReads).open();
    expect(read.lines).toBeUndefined();
    return;
  }
  const { text, parts, pauses } = await copy({ inUseCount: 0, hasAnsweredSince: () => false });

  expect(text).toBe(Array.from({ length: LINES }, (_, index) => `${LINE(index + 1)}\n`).join(''));
  expect(parts).toBeGreaterThan(3);
  expect(pauses).toBe(0);
});

if (isServer) {
  it.each([
    ['wait for it', { inUseCount: 1, hasAnsweredSince: () => false }],
    ['have just got its answer', { inUseCount: 0, hasAnsweredSince: () => true }],
  ])('pause after each part while requests %s', async (_, requests) => {
    const { parts, pauses } = await copy(requests);

    expect(parts).toBeGreaterThan(3);
    expect(pauses).toBe(parts);
  });
}
