import { TestBed } from '@angular/core/testing';
import { AgeText } from './age-text';

const TIME = new Date(2026, 2, 12, 14, 5);

/** Renders an age, and returns its text and its tooltip. */
function showAge(now: Date): { text?: string; tooltip?: string } {
  const fixture = TestBed.createComponent(AgeText);
  fixture.componentRef.setInput('time', TIME.toISOString());
  fixture.componentRef.setInput('now', now.getTime());
  fixture.detectChanges();
  const element = (fixture.nativeElement as HTMLElement).querySelector('time');
  return { text: element?.textContent.replace(/\(.*/s, '').trim(), tooltip: element?.title };
}

it.each([
  ['minutes', new Date(2026, 2, 12, 14, 8), '3 min'],
  ['hours', new Date(2026, 2, 12, 17, 5), '3 h'],
  ['a date of this year', new Date(2026, 10, 23), '12 Mar'],
  ['a date of another year', new Date(2027, 0, 1), '12 Mar 2026'],
])('shows %s', (_unit, now, expected) => {
  expect(showAge(now).text).toBe(expected);
});

it('gives the exact time and its zone in the tooltip', () => {
  expect(showAge(TIME).tooltip).toMatch(/^Thu, 12 Mar 2026, 14:05 \S+$/);
});
