import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_SNACK_BAR_DATA, MatSnackBarRef } from '@angular/material/snack-bar';
import { Notices } from './notices';

@Component({
  template: `{{ text }} <button aria-keyshortcuts="b" type="button" (click)="ref.dismissWithAction()">Undo</button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Message {
  protected readonly text = inject<string>(MAT_SNACK_BAR_DATA);
  protected readonly ref = inject<MatSnackBarRef<Message>>(MatSnackBarRef);
}

const shown = () => document.querySelector('.docket-notice')?.textContent.replace('Undo', '').trim();
const undo = () => document.querySelector<HTMLElement>('.docket-notice button');
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

let notices: Notices;

beforeEach(() => {
  jest.useFakeTimers();
  notices = TestBed.inject(Notices);
});
afterEach(() => jest.useRealTimers());

async function show(
  text: string,
  options: { isFailure?: boolean; isLong?: boolean; isAnswer?: boolean; onAction?: () => void } = {},
) {
  notices.show({ component: Message, data: text, ...options });
  await pass(100);
}

it('shows each notice, one after the other, and the newest soon', async () => {
  await show('first');
  await show('second');
  await show('third');
  expect(shown()).toBe('first');

  await pass(1_500);
  expect(shown()).toBe('second');

  await pass(1_500);
  expect(shown()).toBe('third');
  await pass(6_000);
  expect(shown()).toBe('third');
});

it('makes room for the answer to a key, in order', async () => {
  await show('first');
  await show('second');
  await show('nothing to undo', { isAnswer: true });
  await pass(800);
  expect(shown()).toBe('nothing to undo');
});

it('keeps a failure while the answer to a key waits', async () => {
  await show('failed', { isFailure: true });
  await show('nothing to undo', { isAnswer: true });
  await pass(3_500);
  expect(shown()).toBe('failed');
});

it('leaves time to read a failure before the next notice', async () => {
  await show('failed', { isFailure: true });
  await show('done');
  await pass(3_500);
  expect(shown()).toBe('failed');

  await pass(1_500);
  expect(shown()).toBe('done');
});

it.each([
  ['a notice', 8, {}],
  ['a failure', 20, { isFailure: true }],
  ['a long notice', 20, { isLong: true }],
])('shows %s alone for %d seconds', async (_kind, seconds, options) => {
  await show('done', options);
  await pass((seconds - 1) * 1_000);
  expect(shown()).toBe('done');

  await pass(2_000);
  expect(shown()).toBeUndefined();
});

it('leaves time to read what somebody may be told before the next notice', async () => {
  await show('filed', { isLong: true });
  await show('failed', { isFailure: true });
  await pass(3_500);
  expect(shown()).toBe('filed');

  await pass(1_000);
  expect(shown()).toBe('failed');
});

it('keeps a notice that has the focus', async () => {
  await show('done');
  undo()?.focus();

  await pass(60_000);

  expect(shown()).toBe('done');
  undo()?.blur();
});

it('keeps a notice while the pointer moves over it, but not under a pointer that rests since before', async () => {
  await show('first');
  const move = (target: Element | null) => target?.dispatchEvent(new Event('pointermove', { bubbles: true }));
  move(undo());
  await show('second');
  await pass(3_000);
  expect(shown()).toBe('first');

  move(document.body);
  await pass(500);
  expect(shown()).toBe('second');
  await show('third');
  await pass(1_500);
  expect(shown()).toBe('third');
});

it('returns the focus to where it was before the action', async () => {
  const origin = document.body.appendChild(document.createElement('button'));
  const undone: string[] = [];
  origin.focus();
  await show('done', { onAction: () => undone.push('done') });

  undo()?.focus();
  undo()?.click();
  expect(document.activeElement).toBe(origin);
  await pass(1_000);

  expect(undone).toEqual(['done']);
  expect(document.activeElement).toBe(origin);
  origin.remove();
});

it('runs the action on b, but not while the user types, and not afterwards', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  const key = (target: HTMLElement) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', bubbles: true, cancelable: true }));
  const done: string[] = [];
  await show('failed', { isFailure: true, onAction: () => done.push('again') });

  expect(key(field)).toBe(true);
  expect(done).toEqual([]);
  expect(key(document.body)).toBe(false);
  await pass(1_000);
  expect(done).toEqual(['again']);
  expect(shown()).toBeUndefined();

  expect(key(document.body)).toBe(true);
  expect(done).toEqual(['again']);
  field.remove();
});

it.each(['z', 'Shift+Z'])('runs the action by its own key, such as %s', async (keys) => {
  const done: string[] = [];
  await show('done', { onAction: () => done.push(keys) });
  undo()?.setAttribute('aria-keyshortcuts', keys);
  const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

  press('b');
  press(keys === 'z' ? 'Z' : 'z');
  expect(done).toEqual([]);
  press(keys === 'z' ? 'z' : 'Z');

  await pass(1_000);
  expect(done).toEqual([keys]);
});

it('takes a notice back, whether it is shown or waits', async () => {
  const first = notices.show({ component: Message, data: 'first' });
  const second = notices.show({ component: Message, data: 'second' });
  await show('third');

  second();
  first();

  await pass(500);
  expect(shown()).toBe('third');
});
