import { Pipe, type PipeTransform } from '@angular/core';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const FORMATS = {
  /** "29 Nov, 09:30" */
  short: new Intl.DateTimeFormat(DISPLAY_LOCALE, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }),
  /** "29 Nov 2026, 09:30:05". With seconds, because attempts can follow each other closely. */
  exact: new Intl.DateTimeFormat(DISPLAY_LOCALE, { dateStyle: 'medium', timeStyle: 'medium' }),
};

/** Formats an RFC 3339 time in the local zone, past or future. */
@Pipe({ name: 'docketLogTime' })
export class LogTimePipe implements PipeTransform {
  transform(time: string, format: keyof typeof FORMATS = 'short'): string {
    return FORMATS[format].format(new Date(time));
  }
}
