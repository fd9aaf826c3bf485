import type { QualityRange } from '../quality/quality-range';
import type { MeasureQualityDto } from './measure-quality.dto';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_DEFAULT = 30;
/** The ledger keeps no more by default (SUGGESTION_DAYS). */
export const DAYS_MAX = 400;

/**
 * More days than the ledger keeps begin with the first one that it may have. The report names the days that it measures.
 * @param hasModel whether people see the suggestions of a language model first
 * @param days length of a range without a first day
 */
export function toQualityRange(
  query: MeasureQualityDto,
  hasModel: boolean,
  { now = new Date(), days = DAYS_DEFAULT } = {},
): QualityRange {
  const to = query.to ?? toDay(now);
  const daysBefore = (number: number) => toDay(new Date(Date.parse(to) - number * DAY_MS));
  const earliest = daysBefore(DAYS_MAX - 1);
  const wanted = query.from ?? daysBefore(days - 1);
  const from = wanted < earliest ? earliest : wanted;
  return {
    from,
    to,
    provider: query.provider ?? (hasModel ? 'gemini' : 'local'),
    field: query.field ?? 'category',
    teamId: query.team === 'none' ? null : query.team,
  };
}

function toDay(time: Date): string {
  return time.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
