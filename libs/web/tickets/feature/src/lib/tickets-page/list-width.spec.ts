import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@docket/web/people/data';
import { ListWidth } from './list-width';

const aPage = () => {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return TestBed.inject(ListWidth);
};
afterEach(() => localStorage.clear());

it('keeps a width within the limits', () => {
  const width = aPage();
  expect(width.value()).toBe(31);

  width.set(10);
  expect(width.value()).toBe(25);
  width.set(99);
  expect(aPage().value()).toBe(31); // not stored while dragging

  width.keep();
  expect(aPage().value()).toBe(40);
});

it.each([
  ['', 31],
  ['wide', 31],
  ['{}', 31],
  ['-1', 25],
  ['Infinity', 40],
])('does what it can with what storage has: %j', (stored, width) => {
  localStorage.setItem('docket.list-width.open', stored);

  expect(aPage().value()).toBe(width);
});

it('is that of the person who is signed in, not that of the one before', () => {
  const user = signal<{ id: number } | undefined>({ id: 1 });
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { user } }] });
  const width = TestBed.inject(ListWidth);
  width.set(28);
  width.keep();

  user.set(undefined);
  user.set({ id: 2 });
  expect(width.value()).toBe(31);
  width.keep();
  user.set({ id: 1 });

  expect(width.value()).toBe(28);
});
