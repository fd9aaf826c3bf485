import type { Quality } from '@docket/web/quality/data';
import { DayPipe, NumberPipe } from '@docket/web/ui';

/** "27 Oct to 26 Nov · 3,264 suggestions, 3 not recorded" */
export function reportSummary({ from, to, recorded, dropped }: Quality): string {
  const day = new DayPipe();
  const number = new NumberPipe();
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const days = [from, to].map((date) => day.transform(date, isOneYear ? 'short' : 'medium')).join(' to ');
  const lost = dropped > 0 ? `, ${number.transform(dropped)} not recorded` : '';
  return `${days} · ${number.transform(recorded)} ${recorded === 1 ? 'suggestion' : 'suggestions'}${lost}`;
}
