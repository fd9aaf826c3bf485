import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GeminiStandIn, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { Settings } from '../../platform/config/settings';
import { evaluate } from './evaluate-command';

let gemini: GeminiStandIn;
let folder: string;
let file: string;
beforeEach(async () => {
  gemini = await startGeminiStandIn();
  folder = mkdtempSync(join(tmpdir(), 'docket-evaluate-'));
  file = join(folder, 'golden.jsonl');
  writeFileSync(file, TICKETS.map((ticket) => `${JSON.stringify(ticket)}\n`).join(''));
});
afterEach(async () => {
  await gemini.close();
  rmSync(folder, { recursive: true });
});

const TICKETS = Array.from({ length: 24 }, (_, n) => ({
  description: `Ticket ${n % 20}: we were charged twice, please answer to jo@example.com`,
  category: 'billing',
}));
const TEXTS = 20; // four tickets repeat an earlier text

interface Report {
  readonly providers: readonly { readonly answered: { readonly share: number }; readonly precision?: object | null }[];
}

function run(args: readonly string[] = ['--yes'], model = 'gemini-3.5-flash-lite'): Promise<string> {
  const settings = { GEMINI_API_KEY: 'AIza-test-key', GEMINI_BASE_URL: gemini.url, GEMINI_MODEL: model };
  return evaluate([file, '--providers', 'gemini', '--json', ...args], () => Object.assign(new Settings(), settings));
}

async function answeredShare(...args: Parameters<typeof run>): Promise<number | undefined> {
  return (JSON.parse(await run(...args)) as Report).providers[0]?.answered.share;
}

it('says what would be sent, and sends nothing, without an agreement', async () => {
  await expect(run([])).rejects.toThrow(/would get 20 texts, masked, with \d+ characters in all/);

  expect(gemini.requests).toEqual([]);
  expect(readdirSync(folder)).toEqual(['golden.jsonl']);
});

it('asks about each text once, masked, and never again', async () => {
  expect(await answeredShare()).toBe(1);
  expect(gemini.requests).toHaveLength(TEXTS);
  expect(JSON.stringify(gemini.requests)).not.toContain('jo@example.com');

  expect(await answeredShare([])).toBe(1);
  expect(gemini.requests).toHaveLength(TEXTS);
  expect(readFileSync(`${file}.gemini.jsonl`, 'utf8')).not.toContain('charged');
});

it('asks another model again', async () => {
  await run();
  await run(['--yes'], 'gemini-2.5-flash');

  expect(gemini.requests).toHaveLength(2 * TEXTS);
});

it('asks only for what is missing after a run that was cut off', async () => {
  await run();
  const kept = readFileSync(`${file}.gemini.jsonl`, 'utf8').split('\n');
  writeFileSync(`${file}.gemini.jsonl`, kept.slice(0, 15).join('\n'));
  appendFileSync(`${file}.gemini.jsonl`, '\n{"model":"gemini-3.5-fl');

  expect(await answeredShare()).toBe(1);
  expect(gemini.requests).toHaveLength(TEXTS + 5);
});

it('gives up on a service that does not answer, and keeps what it has', async () => {
  gemini.next.push(...Array<'keywords'>(5).fill('keywords'));
  gemini.mode = 'forbidden';
  await expect(run()).rejects.toThrow(/answered none of 1\d texts in a row: unauthorized/);

  gemini.mode = 'keywords';
  const before = gemini.requests.length;
  expect(await answeredShare()).toBe(1);
  expect(gemini.requests.length - before).toBe(TEXTS - 5);
});

it('believes no refusal of a service that refuses everything', async () => {
  gemini.mode = 'safety';
  await expect(run()).rejects.toThrow(/answered none of 1\d texts in a row: blocked/);

  gemini.mode = 'keywords';
  expect(await answeredShare()).toBe(1);
});

it.each(['safety', 'truncated', 'not-json'] as const)(
  'leaves a single text out of those it answered, and does not ask again: %s',
  async (mode) => {
    gemini.next.push(mode);
    const share = await answeredShare();
    expect(share).toBeCloseTo(23 / 24, 1);

    expect(await answeredShare([])).toBe(share);
    expect(gemini.requests).toHaveLength(TEXTS);
  },
);

it('asks again about a text that the service failed', async () => {
  gemini.next.push('bad-request');
  expect(await answeredShare()).toBeCloseTo(23 / 24, 1);

  expect(await answeredShare()).toBe(1);
  expect(gemini.requests).toHaveLength(TEXTS + 1);
});
