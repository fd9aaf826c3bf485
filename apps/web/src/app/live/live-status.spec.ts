import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { PresentPeople } from '@docket/web/live/data';
import { LiveStatus } from './live-status';

it('shows who has a ticket open', () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient()] });
  const fixture = TestBed.createComponent(LiveStatus);
  const element = fixture.nativeElement as HTMLElement;
  const people = ['Ana Ruiz', 'Ben Okafor', 'Leo Hart', 'Mei Tanaka', 'Priya Nair'].map(
    (name, n) => ({ id: n + 1, name, doing: 'reading' }) as const,
  );
  TestBed.tick();
  expect(element.querySelector('[role=img]')).toBeNull();

  TestBed.inject(PresentPeople).update({ complete: true, tickets: [{ ticket_id: 7, people }] });
  TestBed.tick();

  const shown = element.querySelector('[role=img]');
  expect(shown?.getAttribute('aria-label')).toBe(
    'In tickets now: Ana Ruiz, Ben Okafor, Leo Hart, Mei Tanaka, Priya Nair',
  );
  expect(shown?.textContent).toBe('ARBO+3');
});
