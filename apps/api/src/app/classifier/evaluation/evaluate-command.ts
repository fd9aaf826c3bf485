import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TICKET_CATEGORIES } from '@docket/domain';
import type { Settings } from '../../platform/config/settings';
import { answerByGemini } from './ask-gemini';
import { type Figures, compare, figuresOf } from './figures';
import { readGoldenTickets } from './golden-tickets';
import {
  type Answer,
  DEFAULT_PROVIDERS,
  PROVIDER_NAMES,
  type ProviderName,
  answerByFolds,
  answerForeign,
} from './providers';
import type { Share } from '../../platform/statistics/proportions';

const USAGE = `usage: npm run evaluate -- FILE [options]

Compares what suggests a category, on tickets whose right category is known: one JSON object a line, with description, category
(${TICKET_CATEGORIES.join(', ')}), and perhaps title, priority and lang.

  --providers LIST  which ones: ${DEFAULT_PROVIDERS.join(',')}; unguarded, the trained one without its guard for foreign
                    text; and gemini, which is asked over the network
  --yes             lets gemini cost money. Its answers are kept in FILE.gemini.jsonl, and not asked for again
  --folds N         parts of the file; each is answered by what was trained on the others: 5
  --foreign OTHER   answers the tickets of another file instead, by what was trained on all of FILE. The desk's own model
                    should leave most tickets of another desk unanswered
  --json            all figures as JSON`;

/** Maximum size of the file. */
const FILE_BYTES_MAX = 200_000_000;

/** What suggests: offline, or over the network. */
type Suggester = ProviderName | 'gemini';
const SUGGESTERS: readonly Suggester[] = [...PROVIDER_NAMES, 'gemini'];

/**
 * Runs the command with its arguments, and returns what it prints.
 * @param readSettings called if a language model is to be asked
 */
export async function evaluate(args: readonly string[], readSettings: () => Settings): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      providers: { type: 'string', default: DEFAULT_PROVIDERS.join(',') },
      folds: { type: 'string', default: '5' },
      foreign: { type: 'string' },
      json: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (values.help) return USAGE;
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const own = readGoldenTickets(await readText(file));
  const foreign = values.foreign === undefined ? undefined : readGoldenTickets(await readText(values.foreign));
  const tickets = foreign ?? own;
  const providers = readProviders(values.providers);
  const folds = readFolds(values.folds, own.length);
  const run = { answersFile: `${values.foreign ?? file}.gemini.jsonl`, isAgreed: values.yes };
  const answerOffline = (name: ProviderName) =>
    foreign ? answerForeign(name, foreign, own) : answerByFolds(name, own, folds);
  const answers: Answer[][] = [];
  for (const name of providers) {
    answers.push(name === 'gemini' ? await answerByGemini(tickets, readSettings(), run) : answerOffline(name));
  }
  const report = providers.map((provider, n) => ({ provider, ...figuresOf(tickets, answers[n] ?? []) }));
  const pairs = providers.flatMap((one, n) =>
    providers
      .slice(n + 1)
      .map((other, m) => ({ one, other, p: compare(tickets, answers[n] ?? [], answers[n + 1 + m] ?? []) })),
  );
  const trainedOn = foreign && own.length;
  return values.json
    ? JSON.stringify({ tickets: tickets.length, trained_on: trainedOn, providers: report, pairs }, null, 2)
    : toText(
        `${tickets.length} tickets${foreign ? `, by what was trained on ${trainedOn} others` : ''}`,
        report,
        pairs,
      );
}

async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > FILE_BYTES_MAX) throw new Error(`${file} is larger than ${FILE_BYTES_MAX / 1_000_000} MB`);
  return readFile(file, 'utf8');
}

function readProviders(list: string): Suggester[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SUGGESTERS.includes(name as Suggester));
  if (unknown !== undefined) throw new Error(`There is no provider ${unknown}. There are ${SUGGESTERS.join(', ')}`);
  return [...new Set(names)] as Suggester[];
}

function readFolds(text: string, tickets: number): number {
  const folds = Number(text);
  if (!Number.isInteger(folds) || folds < 2 || folds > 20)
    throw new Error('--folds must be a whole number from 2 to 20');
  return Math.min(folds, Math.max(2, tickets));
}

type Report = readonly ({ readonly provider: Suggester } & Figures)[];

function toText(heading: string, report: Report, pairs: readonly { one: string; other: string; p: number }[]): string {
  const lines = [heading];
  for (const one of report) {
    const { provider, answered, precision, accuracy, macroF1, ece, time, languages } = one;
    lines.push(
      '',
      provider,
      `  answered            ${format(answered)}`,
      `  right of these      ${format(precision)}`,
      `  right of all        ${format(accuracy)}`,
      `  macro F1, all       ${macroF1.toFixed(3)}`,
    );
    if (ece !== undefined) lines.push(`  calibration error   ${ece.toFixed(3)}`);
    if (one.criticalRecall) lines.push(`  critical, found     ${format(one.criticalRecall)}`);
    if (one.criticalPrecision) lines.push(`  critical, right     ${format(one.criticalPrecision)}`);
    if (time)
      lines.push(`  time of an answer   p50 ${time.p50.toFixed(3)} ms, p99 ${time.p99.toFixed(3)} ms, n = ${time.n}`);
    for (const { lang, ...own } of languages.length > 1 ? languages : []) {
      lines.push(`  ${lang.padEnd(18)}  answered ${format(own.answered)}, right of these ${format(own.precision)}`);
    }
  }
  if (pairs.length > 0) lines.push('', 'Difference by chance alone (p of McNemar’s test):');
  for (const { one, other, p } of pairs) lines.push(`  ${one} and ${other}: ${p < 0.0001 ? '< 0.0001' : p.toFixed(4)}`);
  return lines.join('\n');
}

function format(share: Share | undefined): string {
  if (!share) return 'none';
  const { n, share: value, low, high } = share;
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}], n = ${n}`;
}
