import type { TicketStats } from '@docket/web/stats/data';

/** One UTC day of the chart. */
export interface DayFigure {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly count: number;
  readonly isToday: boolean;
  /** Whether the axis shows the date: for one day per week, and for today. */
  readonly isLabelled: boolean;
  /** Query parameters of the list of this day's tickets. */
  readonly query: { readonly created_from: string; readonly created_to: string };
}

/** @param days oldest first; the last one is today */
export function toDayFigures(days: TicketStats['tickets_per_day']): DayFigure[] {
  const today = days.length - 1;
  return days.map(({ date, count }, index) => ({
    date,
    count,
    isToday: index === today,
    isLabelled: index === today || (index % 7 === 0 && index < today - 3), // a later label would overlap "Today"
    query: { created_from: date, created_to: date },
  }));
}
