import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '../../platform/config/settings';
import { evaluate as evaluateWith } from './evaluate-command';

const evaluate = (args: readonly string[]) => evaluateWith(args, () => new Settings());

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-evaluate-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(lines: readonly (object | string)[], name = 'golden.jsonl'): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

const WORDS = {
  billing: 'refund the invoice',
  account: 'I forgot my password',
  technical: 'the server shows an error',
};
const TICKETS = Array.from({ length: 60 }, (_, n) => {
  const category = (['billing', 'billing', 'account', 'technical'] as const)[n % 4] ?? 'billing';
  return { description: `Ticket ${n}: ${WORDS[category]}`, category, lang: 'en' };
});

it('compares all providers, the trained one on tickets that it has not seen', async () => {
  const report = JSON.parse(await evaluate([write(TICKETS), '--json'])) as {
    tickets: number;
    providers: { provider: string; answered: { share: number }; precision: { share: number } }[];
    pairs: { one: string; other: string; p: number }[];
  };

  expect(report.tickets).toBe(60);
  expect(report.providers.map(({ provider }) => provider)).toEqual(['majority', 'words', 'learned']);
  expect(report.providers.map(({ precision }) => precision.share)).toEqual([0.5, 1, 1]);
  expect(report.pairs.map(({ one, other }) => `${one} ${other}`)).toEqual([
    'majority words',
    'majority learned',
    'words learned',
  ]);
});

it('prints each figure with its interval and number of cases', async () => {
  const text = await evaluate([write(TICKETS), '--providers', 'words']);

  expect(text).toContain('60 tickets');
  expect(text).toMatch(/words\n {2}answered {12}1\.000 \[0\.940, 1\.000\], n = 60\n/);
});

it('prints how long an answer takes', async () => {
  const text = await evaluate([write(TICKETS), '--providers', 'words,learned']);

  expect(text.match(/ {2}time of an answer {3}p50 \d+\.\d{3} ms, p99 \d+\.\d{3} ms, n = 60\n/g)).toHaveLength(2);
});

it('shows what the guard for foreign text leaves unanswered', async () => {
  const foreign = Array.from({ length: 40 }, (_, n) => ({
    description: `Gleis ${n} ist gesperrt, Fahrgäste warten`,
    category: 'technical',
  }));
  const args = ['--providers', 'learned,unguarded', '--foreign', write(foreign, 'foreign.jsonl'), '--json'];
  const report = JSON.parse(await evaluate([write(TICKETS), ...args])) as {
    providers: { provider: string; answered: { share: number }; accuracy: { n: number } }[];
  };

  expect(report.providers).toMatchObject([
    { provider: 'learned', answered: { share: 0 }, accuracy: { n: 40 } },
    { provider: 'unguarded', answered: { share: 1 }, accuracy: { n: 40 } },
  ]);
});

it('leaves out tickets without a category, and blank lines', async () => {
  const file = write([{ description: 'x', category: null }, '', ...TICKETS]);
  await expect(evaluate([file, '--providers', 'majority'])).resolves.toContain('60 tickets');
});

it.each([
  [['{"description": "x", "category": "billing"}', '{'], /Line 2 is not a JSON object/],
  [['[]', '{}'], /Line 1 has no description/],
  [['{"description": "x", "category": "sales"}'], /Line 1: category must be one of billing/],
  [['null'], /Line 1 is not a JSON object/],
  [[''], /no ticket with a category/],
])('rejects the file %j', async (lines, message) => {
  await expect(evaluate([write(lines)])).rejects.toThrow(message);
});

it.each([
  [[], /usage/],
  [['a', 'b'], /usage/],
  [['FILE', '--providers', 'oracle'], /There is no provider oracle/],
  [['FILE', '--providers', 'gemini'], /gemini needs GEMINI_API_KEY/],
  [['FILE', '--folds', '1'], /--folds must be/],
  [['nowhere.jsonl'], /ENOENT/],
  [['FILE', '--foreign', 'nowhere.jsonl'], /ENOENT/],
])('rejects the arguments %j', async (args, message) => {
  const file = write(TICKETS);
  await expect(evaluate(args.map((arg) => (arg === 'FILE' ? file : arg)))).rejects.toThrow(message);
});

it('explains itself', async () => {
  await expect(evaluate(['--help'])).resolves.toMatch(/^usage: npm run evaluate/);
});
