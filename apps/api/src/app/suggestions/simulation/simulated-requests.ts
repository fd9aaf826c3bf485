import { type FallbackReason, TICKET_CATEGORIES } from '@docket/domain';
import { RandomChoices } from './random-choices';
import { type Labels, type Truth, localLabels, modelLabels } from './simulated-labels';
import { DAYS, FALLBACKS, type Phase, phaseOf } from './simulated-year';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** What happened around one request for a suggestion. */
export interface SimulatedRequest {
  readonly askedAt: Date;
  /** Null for tickets of no team, and for those that were never filed. */
  readonly teamId: number | null;
  readonly surface: 'form' | 'api';
  readonly phase: Phase;
  readonly outcome: 'answered' | FallbackReason;
  readonly isCached: boolean;
  readonly latencyMs: number;
  /** Without an answer, empty. */
  readonly gemini: Labels;
  readonly local: Labels;
  /** Whether the person saw the suggestion before the choice, chose alone, or never filed the ticket. */
  readonly work: 'seen' | 'blind' | 'unseen' | 'abandoned';
  /** What the ticket is. People who choose alone are right. */
  readonly truth: Truth;
  readonly chosen: Truth;
}

export interface SimulationOptions {
  readonly seed: number;
  /** The last day, a Sunday, at midnight in UTC. */
  readonly lastDay: Date;
  /** On a Saturday or Sunday, a fifth of it. */
  readonly requestsOfWorkday: number;
  readonly teamIds: readonly number[];
}

const SHARES = { blind: 0.05, abandoned: 0.08, unseen: 0.06, cached: 0.06, api: 0.1, noTeam: 0.2, local: 0.7 };
/** People keep a suggestion that is wrong, if they see it. */
const LEANING = 0.4;
const CRITICAL_SHARE = 0.1;
const ORDINARY = ['low', 'medium', 'medium', 'medium', 'high'] as const;

/** The requests of a year, in the order of time. */
export function simulateRequests(options: SimulationOptions): SimulatedRequest[] {
  const random = new RandomChoices(options.seed);
  const first = options.lastDay.getTime() - (DAYS - 1) * DAY_MS;
  const times = Array.from({ length: DAYS }, (_, day) =>
    timesOf(first + day * DAY_MS, options.requestsOfWorkday, random),
  ).flat();
  const failures = failuresAmong(times.length, random);
  return times.map((time, n) =>
    requestAt(
      new Date(time),
      phaseOf(Math.floor((time - first) / DAY_MS)),
      failures.get(n) ?? 'answered',
      options.teamIds,
      random,
    ),
  );
}

/** Between 7 and 19 o'clock in UTC. */
function timesOf(midnight: number, ofWorkday: number, random: RandomChoices): number[] {
  const isWeekend = new Date(midnight).getUTCDay() % 6 === 0;
  const number = Math.ceil(ofWorkday * (isWeekend ? 0.2 : 1) * (0.85 + 0.3 * random.number()));
  const times = Array.from({ length: number }, () => midnight + Math.floor((7 + 12 * random.number()) * 3_600_000));
  return times.sort((one, other) => one - other);
}

/** Draws requests until each reason has its number. @returns the reasons by the number of the request */
function failuresAmong(requests: number, random: RandomChoices): Map<number, FallbackReason> {
  const failures = new Map<number, FallbackReason>();
  for (const [reason, number] of Object.entries(FALLBACKS) as [FallbackReason, number][]) {
    for (let left = number; left > 0;) {
      const request = random.integer(requests);
      if (failures.has(request)) continue;
      failures.set(request, reason);
      left--;
    }
  }
  return failures;
}

function requestAt(
  askedAt: Date,
  phase: Phase,
  outcome: SimulatedRequest['outcome'],
  teamIds: readonly number[],
  random: RandomChoices,
): SimulatedRequest {
  const isBlind = random.happens(SHARES.blind);
  const isAbandoned = random.happens(SHARES.abandoned);
  const isUnseen = random.happens(SHARES.unseen);
  const deck = `${phase.firstDay} ${isBlind && !isAbandoned} ${outcome === 'answered'}`;
  const isCritical = random.dealt(`${deck} critical`, CRITICAL_SHARE);
  const truth = {
    category: random.happens(phase.newMatter) ? ('technical' as const) : random.pick(TICKET_CATEGORIES),
    priority: isCritical ? ('critical' as const) : random.pick(ORDINARY),
  };
  const gemini = outcome === 'answered' ? modelLabels(truth, phase, deck, random) : {};
  const local = random.happens(SHARES.local) ? localLabels(truth, phase, deck, random) : {};
  const shown: Labels = outcome === 'answered' ? gemini : local;
  const isShown = !isUnseen && shown.category !== undefined;
  const work = isAbandoned ? 'abandoned' : isBlind ? 'blind' : isShown ? 'seen' : 'unseen';
  const isLeaning = work === 'seen' && random.happens(LEANING);
  return {
    askedAt,
    teamId: isAbandoned || random.happens(SHARES.noTeam) ? null : (random.pick(teamIds) ?? null),
    surface: random.happens(SHARES.api) ? 'api' : 'form',
    phase,
    outcome,
    isCached: outcome === 'answered' && random.happens(SHARES.cached),
    latencyMs: 300 + Math.floor(random.number() ** 3 * 4000),
    gemini,
    local,
    work,
    truth,
    chosen: isLeaning
      ? { category: shown.category ?? truth.category, priority: shown.priority ?? truth.priority }
      : truth,
  };
}
