import type { ModelChange } from '../quality/model-changes';
import type { Provider, QualityRange } from '../quality/quality-range';
import { DAY_MS, type SimulatedRequest } from './simulated-requests';
import { DAYS, LOSSES, type Phase } from './simulated-year';

/** A number of cases, and those that were right. */
export interface Cases {
  readonly n: number;
  readonly right: number;
}

/** What a simulated year contains, told from what happened and not from the rows of the ledger. */
export interface SimulatedTruth {
  readonly recorded: number;
  readonly dropped: number;
  readonly blind: Cases;
  readonly acceptance: Cases;
  readonly comparison: Cases;
  /** The key is what was suggested and what was chosen, such as `billing account`. */
  readonly confusion: ReadonlyMap<string, number>;
  readonly critical: { readonly recall: Cases; readonly precision: Cases };
  /** By the Monday. */
  readonly weeks: ReadonlyMap<string, Cases>;
  /** Filed tickets. The key is the Monday. */
  readonly filed: ReadonlyMap<string, number>;
  readonly teams: ReadonlyMap<number | null, Cases>;
  readonly surfaces: ReadonlyMap<string, Cases>;
  /** By the tenth of the confidence, from 0 to 9. */
  readonly calibration: ReadonlyMap<number, Cases>;
  readonly changes: readonly ModelChange[];
  readonly fallbacks: ReadonlyMap<string, number>;
  readonly cost: { readonly micros: number; readonly priced_calls: number; readonly unpriced_calls: number };
}

/** @param year all requests, in the order of time */
export function truthOf(year: readonly SimulatedRequest[], lastDay: Date, range: QualityRange): SimulatedTruth {
  const { from, to, provider, field, teamId } = range;
  const isInRange = (day: string) => day >= from && day <= to;
  const requests = year.filter(
    (request) => isInRange(dayOf(request.askedAt)) && (teamId === undefined || request.teamId === teamId),
  );
  const own = (request: SimulatedRequest) => request[provider][field];
  const other = (request: SimulatedRequest) => request[provider === 'gemini' ? 'local' : 'gemini'][field];
  const isRight = (request: SimulatedRequest) => own(request) === request.truth[field];
  const alone = requests.filter(({ work }) => work === 'blind');
  const blind = alone.filter((request) => own(request) !== undefined);
  const seen = requests.filter(
    (request) =>
      request.work === 'seen' &&
      own(request) !== undefined &&
      (request.outcome === 'answered') === (provider === 'gemini'),
  );
  const isCritical = ({ truth }: SimulatedRequest) => truth.priority === 'critical';
  const isCalledCritical = (request: SimulatedRequest) => request[provider].priority === 'critical';
  const sure = requests.filter(
    ({ local, work, outcome }) =>
      local.confidence !== undefined && work !== 'abandoned' && (work !== 'seen' || outcome === 'answered'),
  );
  return {
    recorded: requests.length,
    dropped: LOSSES.reduce(
      (total, [day, number]) => (isInRange(dayOf(dayOfYear(lastDay, day))) ? total + number : total),
      0,
    ),
    blind: cases(blind, isRight),
    acceptance: cases(seen, (request) => own(request) === request.chosen[field]),
    comparison: cases(
      blind.filter((request) => other(request) !== undefined),
      (request) => other(request) === request.truth[field],
    ),
    confusion: counts(blind, (request) => `${own(request)} ${request.truth[field]}`),
    critical: {
      recall: cases(alone.filter(isCritical), isCalledCritical),
      precision: cases(alone.filter(isCalledCritical), isCritical),
    },
    weeks: casesBy(blind, ({ askedAt }) => weekOf(askedAt), isRight),
    filed: counts(
      requests.filter(({ work }) => work !== 'abandoned'),
      ({ askedAt }) => weekOf(askedAt),
    ),
    teams: casesBy(blind, (request) => request.teamId, isRight),
    surfaces: casesBy(blind, ({ surface }) => surface, isRight),
    calibration: casesBy(
      sure,
      ({ local }) => Math.floor((local.confidence ?? 0) * 10),
      ({ local, chosen }) => local.category === chosen.category,
    ),
    changes: changesOf(requests, provider),
    fallbacks: counts(
      requests.filter(({ outcome }) => outcome !== 'answered'),
      ({ outcome }) => outcome,
    ),
    cost: costOf(requests),
  };
}

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** @param day days since the first one of the year that ends with `lastDay` */
export function dayOfYear(lastDay: Date, day: number): Date {
  return new Date(lastDay.getTime() - (DAYS - 1 - day) * DAY_MS);
}

function weekOf(time: Date): string {
  return dayOf(new Date(time.getTime() - ((time.getUTCDay() + 6) % 7) * DAY_MS));
}

function cases(requests: readonly SimulatedRequest[], isRight: (request: SimulatedRequest) => boolean): Cases {
  return { n: requests.length, right: requests.filter(isRight).length };
}

function casesBy<K>(
  requests: readonly SimulatedRequest[],
  key: (request: SimulatedRequest) => K,
  isRight: (request: SimulatedRequest) => boolean,
): Map<K, Cases> {
  return new Map([...Map.groupBy(requests, key)].map(([value, group]) => [value, cases(group, isRight)]));
}

function counts(
  requests: readonly SimulatedRequest[],
  key: (request: SimulatedRequest) => string,
): Map<string, number> {
  return new Map([...Map.groupBy(requests, key)].map(([value, group]) => [value, group.length]));
}

function changesOf(requests: readonly SimulatedRequest[], provider: Provider): ModelChange[] {
  const asked = provider === 'gemini' ? requests : requests.filter(({ local }) => local.category !== undefined);
  const modelOf = ({ model, promptVersion, localModel, localVersion }: Phase) =>
    provider === 'gemini' ? { model, version: promptVersion } : { model: localModel, version: localVersion ?? null };
  return asked.flatMap(({ askedAt, phase }, index) => {
    const previous = asked[index - 1];
    if (!previous) return [];
    const [before, now] = [modelOf(previous.phase), modelOf(phase)];
    if (before.model === now.model && before.version === now.version) return [];
    return { day: dayOf(askedAt), ...now, model_before: before.model, version_before: before.version };
  });
}

/** A call that was answered is paid for, unless the answer was known from an earlier one. One that timed out may be. */
function costOf(requests: readonly SimulatedRequest[]): SimulatedTruth['cost'] {
  const answered = requests.filter(({ outcome, isCached }) => outcome === 'answered' && !isCached);
  const priced = answered.filter(({ phase }) => phase.costMicros !== undefined);
  const late = requests.filter(({ outcome }) => outcome === 'timeout');
  return {
    micros: priced.reduce((total, { phase }) => total + (phase.costMicros ?? 0), 0),
    priced_calls: priced.length,
    unpriced_calls: answered.length - priced.length + late.length,
  };
}
