import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { pacedReload } from './paced-reload';

const ticketId = signal(8);
let reloads: number[];
let changed: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  ticketId.set(8);
  reloads = [];
  const start = Date.now();
  changed = TestBed.runInInjectionContext(() => pacedReload(ticketId, () => reloads.push(Date.now() - start)));
});
afterEach(() => jest.useRealTimers());

it('reloads at once after a change, and again after one that comes later', () => {
  changed();
  jest.advanceTimersByTime(0);
  expect(reloads).toEqual([0]);

  jest.advanceTimersByTime(5_000);
  changed();
  jest.advanceTimersByTime(0);
  expect(reloads).toEqual([0, 5_000]);
});

it('reloads seldom while changes keep coming, and once after the last one', () => {
  for (let n = 0; n < 400; n++) {
    changed();
    jest.advanceTimersByTime(10);
  }
  jest.advanceTimersByTime(10_000);

  expect(reloads).toEqual([0, 1_500, 3_000, 4_500]);
});

it('does not reload a ticket for the changes of the one before it, and does not wait because of them', () => {
  changed();
  jest.advanceTimersByTime(100);
  changed();
  ticketId.set(7);
  jest.advanceTimersByTime(200);
  changed();
  jest.advanceTimersByTime(10_000);

  expect(reloads).toEqual([0, 300]);
});

it('does not reload once the panel is closed', () => {
  changed();
  TestBed.resetTestingModule();
  jest.advanceTimersByTime(10_000);

  expect(reloads).toEqual([]);
});
