import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import type { Provider, QualityRange } from '../quality/quality-range';
import type { MeasureQualityDto } from './measure-quality.dto';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_DEFAULT = 30;
/** The ledger keeps no more by default (SUGGESTION_DAYS). */
const DAYS_MAX = 400;

/** @throws InvalidInputException if the days are in the wrong order, or too many */
export function toQualityRange(query: MeasureQualityDto, provider: Provider, now = new Date()): QualityRange {
  const to = query.to ?? toDay(now);
  const from = query.from ?? toDay(new Date(Date.parse(to) - (DAYS_DEFAULT - 1) * DAY_MS));
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) throw new InvalidInputException([{ parameter: 'from', detail: 'must not be after `to`' }]);
  if (days > DAYS_MAX) {
    throw new InvalidInputException([
      { parameter: 'from', detail: `must be at most ${DAYS_MAX - 1} days before \`to\`` },
    ]);
  }
  return { from, to, provider: query.provider ?? provider, field: query.field ?? 'category', teamId: query.team };
}

function toDay(time: Date): string {
  return time.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
