import type { Provider, QualityRange } from '../quality/quality-range';
import type { MeasureQualityDto } from './measure-quality.dto';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_DEFAULT = 30;
/** The ledger keeps no more by default (SUGGESTION_DAYS). */
const DAYS_MAX = 400;

/** More days than the ledger keeps begin with the first one that it may have. The report names the days that it measures. */
export function toQualityRange(query: MeasureQualityDto, provider: Provider, now = new Date()): QualityRange {
  const to = query.to ?? toDay(now);
  const daysBefore = (days: number) => toDay(new Date(Date.parse(to) - days * DAY_MS));
  const earliest = daysBefore(DAYS_MAX - 1);
  const wanted = query.from ?? daysBefore(DAYS_DEFAULT - 1);
  const from = wanted < earliest ? earliest : wanted;
  return { from, to, provider: query.provider ?? provider, field: query.field ?? 'category', teamId: query.team };
}

function toDay(time: Date): string {
  return time.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
