import { TICKET_CATEGORIES, type TicketCategory } from '@docket/domain';
import type { GoldenTicket } from './golden-tickets';
import type { Answer } from './providers';
import { type Share, mcNemar, shareOf } from '../../platform/statistics/proportions';

/** Maximum number of languages in the figures, the most frequent first. */
const LANGUAGES_MAX = 20;
const CALIBRATION_BINS = 10;

/** How good the answers of a provider are. */
export interface Figures {
  /** The share of tickets that got a category. */
  readonly answered: Share | undefined;
  /** The share of right categories among the answered ones. */
  readonly precision: Share | undefined;
  /** The share of right categories among all tickets: no answer is no right one. */
  readonly accuracy: Share | undefined;
  /** The mean of the harmonic means of precision and recall of each category that occurs, over all tickets. */
  readonly macroF1: number;
  /** The share of critical tickets that were found critical; undefined if there is none, or if the provider says no priority. */
  readonly criticalRecall: Share | undefined;
  /** The share of critical tickets among those found critical. */
  readonly criticalPrecision: Share | undefined;
  /** The mean distance between what the provider said about being sure and how often it was right; undefined without confidences. */
  readonly ece: number | undefined;
  /** How long an answer takes, in milliseconds: half of them take at most p50, and 99 in 100 at most p99. */
  readonly time: { readonly n: number; readonly p50: number; readonly p99: number } | undefined;
  /** Number of tickets by right category and answer. */
  readonly confusion: Readonly<Record<TicketCategory, Readonly<Partial<Record<TicketCategory | 'none', number>>>>>;
  readonly languages: readonly {
    readonly lang: string;
    readonly answered: Share;
    readonly precision: Share | undefined;
  }[];
}

export function figuresOf(tickets: readonly GoldenTicket[], answers: readonly Answer[]): Figures {
  const cases = tickets.map((ticket, index) => ({ ticket, answer: answers[index] as Answer }));
  return {
    ...shares(cases),
    accuracy: shareOf(cases.filter(isRight).length, cases.length),
    macroF1: macroF1(cases),
    criticalRecall: criticalShare(cases, ({ ticket }) => ticket.priority === 'critical'),
    criticalPrecision: criticalShare(
      cases,
      ({ ticket, answer }) => answer.priority === 'critical' && Boolean(ticket.priority),
    ),
    ece: calibrationError(cases),
    time: timeOf(answers),
    confusion: confusion(cases),
    languages: byLanguage(cases),
  };
}

/** The p-value of McNemar's test for two providers, over all tickets. No answer is no right answer. */
export function compare(tickets: readonly GoldenTicket[], one: readonly Answer[], other: readonly Answer[]): number {
  const isRight = (answers: readonly Answer[], index: number) => answers[index]?.category === tickets[index]?.category;
  const count = (first: readonly Answer[], second: readonly Answer[]) =>
    tickets.filter((_, index) => isRight(first, index) && !isRight(second, index)).length;
  return mcNemar(count(one, other), count(other, one));
}

interface Case {
  readonly ticket: GoldenTicket;
  readonly answer: Answer;
}

const isRight = ({ ticket, answer }: Case) => answer.category === ticket.category;

function shares(cases: readonly Case[]): { answered: Share | undefined; precision: Share | undefined } {
  const answered = cases.filter(({ answer }) => answer.category !== undefined);
  return {
    answered: shareOf(answered.length, cases.length),
    precision: shareOf(answered.filter(isRight).length, answered.length),
  };
}

function criticalShare(cases: readonly Case[], isCounted: (one: Case) => boolean): Share | undefined {
  if (cases.every(({ answer }) => answer.priority === undefined)) return undefined;
  const counted = cases.filter(isCounted);
  const right = counted.filter(
    ({ ticket, answer }) => ticket.priority === 'critical' && answer.priority === 'critical',
  );
  return shareOf(right.length, counted.length);
}

function macroF1(cases: readonly Case[]): number {
  const scores = TICKET_CATEGORIES.flatMap((category) => {
    const right = cases.filter((one) => one.ticket.category === category && isRight(one)).length;
    const wanted = cases.filter(({ ticket }) => ticket.category === category).length;
    const given = cases.filter(({ answer }) => answer.category === category).length;
    return wanted + given === 0 ? [] : [(2 * right) / (wanted + given)];
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The expected calibration error (Guo et al. 2017), over ten bins. */
function calibrationError(cases: readonly Case[]): number | undefined {
  const known = cases.filter(({ answer }) => answer.confidence !== undefined);
  if (known.length === 0) return undefined;
  const bins = Array.from({ length: CALIBRATION_BINS }, () => ({ right: 0, confidence: 0 }));
  for (const one of known) {
    const confidence = one.answer.confidence ?? 0;
    const bin = bins[Math.min(CALIBRATION_BINS - 1, Math.floor(confidence * CALIBRATION_BINS))];
    if (!bin) continue;
    bin.right += Number(isRight(one));
    bin.confidence += confidence;
  }
  return bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / known.length;
}

function timeOf(answers: readonly Answer[]): Figures['time'] {
  const times = answers.flatMap(({ milliseconds }) => milliseconds ?? []).sort((one, other) => one - other);
  const percentile = (share: number) => times[Math.ceil(share * times.length) - 1] ?? 0;
  return times.length ? { n: times.length, p50: percentile(0.5), p99: percentile(0.99) } : undefined;
}

function confusion(cases: readonly Case[]): Figures['confusion'] {
  const counts = Object.fromEntries(TICKET_CATEGORIES.map((category) => [category, {}])) as Record<
    TicketCategory,
    Partial<Record<TicketCategory | 'none', number>>
  >;
  for (const { ticket, answer } of cases) {
    const row = counts[ticket.category];
    const column = answer.category ?? 'none';
    row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

function byLanguage(cases: readonly Case[]): Figures['languages'] {
  const languages = Map.groupBy(cases, ({ ticket }) => ticket.lang);
  return [...languages]
    .flatMap(([lang, own]) => {
      const { answered, precision } = shares(own);
      return lang === undefined || !answered ? [] : [{ lang, answered, precision }];
    })
    .sort((one, other) => other.answered.n - one.answered.n)
    .slice(0, LANGUAGES_MAX);
}
