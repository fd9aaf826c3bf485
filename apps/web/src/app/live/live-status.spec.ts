import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LiveFeed, type LiveState, PresentPeople } from '@docket/web/live/data';
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

describe('the connection', () => {
  const state = signal<LiveState | undefined>(undefined);

  function show(since: string) {
    const feed = { state, start: () => undefined, stop: () => undefined };
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), { provide: LiveFeed, useValue: feed }],
    });
    jest.useFakeTimers({ now: new Date(2026, 10, 30, 15, 30), doNotFake: ['queueMicrotask'] });
    const element = TestBed.createComponent(LiveStatus).nativeElement as HTMLElement;
    state.set({ isLive: false, since: new Date(since).getTime() });
    TestBed.tick();
    return () => element.querySelector('[role=status]')?.textContent.replace(/\s+/g, ' ').trim();
  }
  afterEach(() => jest.useRealTimers());

  it('says since when it is lost, until it is back', () => {
    const text = show('2026-11-30T14:02');
    expect(text()).toBe('Not live since 14:02');

    state.set({ isLive: true, since: Date.now() });
    TestBed.tick();
    expect(text()).toBe('Live');
  });

  it('names the day if that was not today', () => {
    expect(show('2026-11-29T14:02')()).toBe('Not live since 29 Nov');
  });
});
