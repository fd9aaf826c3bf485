import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ReadMarks } from './read-marks';

let marks: ReadMarks;
beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  marks = TestBed.inject(ReadMarks);
});
afterEach(() => localStorage.clear());

it('remembers up to which entry a ticket was read', () => {
  marks.set(8, 40);
  marks.set(9, 50);
  marks.set(8, 30); // from another tab with older marks

  expect([marks.of(8), marks.of(9), marks.of(10)]).toEqual([40, 50, undefined]);
});

it('forgets the tickets that were read longest ago', () => {
  for (let id = 1; id <= 501; id++) marks.set(id, 7);

  expect([marks.of(1), marks.of(2), marks.of(501)]).toEqual([undefined, 7, 7]);
});

it.each(['{', '{}', '[1]', '[["8","40"]]', '[[8,40,1]]'])('does without what storage has: %s', (stored) => {
  localStorage.setItem('docket.read.open', stored);

  expect(marks.of(8)).toBeUndefined();
  marks.set(8, 40);
  expect(marks.of(8)).toBe(40);
});
