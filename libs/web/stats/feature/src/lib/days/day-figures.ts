import type { TicketStats } from '@docket/web/stats/data';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const short = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** One day of the chart. Days are UTC days, whatever the reader's clock shows. */
export interface DayFigure {
  readonly date: string;
  readonly count: number;
  /** "25 Oct" */
  readonly short: string;
  /** "Sun, 25 Oct 2026" */
  readonly long: string;
  readonly isToday: boolean;
  /** Stands on the axis: one day a week, and today. */
  readonly isLabelled: boolean;
  /** Query parameters of the day's tickets. */
  readonly query: { readonly created_from: string; readonly created_to: string };
}

/** @param days oldest first, the last one being today, as the API sends them */
export function toDayFigures(days: TicketStats['tickets_per_day']): DayFigure[] {
  const today = days.length - 1;
  return days.map(({ date, count }, index) => {
    const time = new Date(`${date}T00:00:00Z`);
    return {
      date,
      count,
      short: short.format(time),
      long: long.format(time),
      isToday: index === today,
      isLabelled: index === today || (index % 7 === 0 && index < today - 3), // the last but one would touch "Today"
      query: { created_from: date, created_to: date },
    };
  });
}
