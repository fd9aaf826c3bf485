import { Pipe, type PipeTransform } from '@angular/core';
import { DISPLAY_LOCALE } from '../display-locale';

const OPTIONS = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

const FORMATS = {
  /** "25 Oct" */
  short: new Intl.DateTimeFormat(DISPLAY_LOCALE, OPTIONS),
  /** "25 Oct 2026" */
  medium: new Intl.DateTimeFormat(DISPLAY_LOCALE, { ...OPTIONS, year: 'numeric' }),
  /** "Sun, 25 Oct 2026" */
  long: new Intl.DateTimeFormat(DISPLAY_LOCALE, { ...OPTIONS, year: 'numeric', weekday: 'short' }),
};

/** Formats a UTC day, YYYY-MM-DD, the same in every time zone. */
@Pipe({ name: 'docketDay' })
export class DayPipe implements PipeTransform {
  transform(day: string, format: keyof typeof FORMATS = 'medium'): string {
    return FORMATS[format].format(new Date(day));
  }
}
