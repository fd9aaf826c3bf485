import { Injector } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aTicket } from '../../testing/tickets-page';
import { findByText } from '../../testing/elements';
import { openConflict } from './open-conflict';

const CONFLICT = {
  current: aTicket({ id: 8, priority: 'critical' }),
  change: { field: 'priority', from: 'medium', to: 'low' },
  isUndo: false,
} as const;

const dialog = () => document.querySelector('mat-dialog-container');
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

let text: HTMLTextAreaElement;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  text = document.body.appendChild(document.createElement('textarea'));
});
afterEach(() => {
  jest.useRealTimers();
  text.remove();
});

const ask = () => openConflict(TestBed.inject(Injector), CONFLICT);

it('asks at once, and gives no button the focus', async () => {
  const answer = ask();
  await pass(500); // until the dialog is open

  expect(document.activeElement).toBe(dialog());
  findByText('mat-dialog-container button', 'Use mine').click();
  await pass(100);
  expect(await answer).toBe('mine');
});

it('waits until the person stops typing, and returns the focus to the text', async () => {
  text.focus();
  const answer = ask();
  for (let letters = 0; letters < 4; letters++) {
    await pass(1_000);
    text.dispatchEvent(new Event('input', { bubbles: true }));
    expect(dialog()).toBeNull();
  }

  await pass(1_600);

  findByText('mat-dialog-container button', 'Keep theirs').click();
  await pass(100);
  expect(await answer).toBe('theirs');
  expect(document.activeElement).toBe(text);
});

it('waits no longer than the text has the focus', async () => {
  text.focus();
  const answer = ask();
  await pass(100);
  expect(dialog()).toBeNull();

  text.blur();
  await pass(100);

  findByText('mat-dialog-container button', 'Keep theirs').click();
  await pass(100);
  expect(await answer).toBe('theirs');
});
