import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { typeSearchAhead } from './type-search-ahead';

const shortcut = jest.fn<void, [KeyboardEvent]>();

beforeEach(() => {
  jest.useFakeTimers();
  shortcut.mockClear();
  document.addEventListener('keydown', shortcut);
});
afterEach(() => {
  jest.runAllTimers();
  jest.useRealTimers();
  document.removeEventListener('keydown', shortcut);
  document.body.replaceChildren();
});

const begin = (opened = Promise.resolve(true)) => typeSearchAhead(opened, TestBed.inject(Injector));

function press(...keys: string[]): void {
  const target = document.activeElement ?? document.body;
  for (const key of keys) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** The search box of a list that has loaded, with the text of the last search. */
function focusSearchBox(): HTMLInputElement {
  const box = document.createElement('input');
  box.value = 'status:open';
  document.body.append(box);
  box.focus();
  box.select();
  return box;
}

const pressed = () => shortcut.mock.calls.map(([{ key }]) => key);

it('types the letters into the search box, which has loaded since, and enters them', () => {
  begin();
  press('g', 'a', ' ', '漢', 'Enter');
  expect(shortcut).not.toHaveBeenCalled();

  const box = focusSearchBox();
  const typed = jest.fn();
  box.addEventListener('input', typed);
  press('3');
  jest.advanceTimersByTime(1);

  expect(box.value).toBe('ga 漢3');
  expect(typed).toHaveBeenCalledTimes(1);
  expect(pressed()).toEqual(['Enter']);
  press('x');
  expect(pressed()).toEqual(['Enter', 'x']);
});

it('leaves the text of a search box whose person typed nothing', () => {
  begin();

  const box = focusSearchBox();
  jest.advanceTimersByTime(1);

  expect(box.value).toBe('status:open');
});

it.each([
  ['Escape', () => press('Escape')],
  [
    'a dialog that asks something',
    () => {
      const overlay = document.createElement('div');
      overlay.className = 'cdk-overlay-container';
      const button = overlay.appendChild(document.createElement('button'));
      document.body.append(overlay);
      button.focus();
    },
  ],
  ['five seconds without a list', () => jest.advanceTimersByTime(5000)],
])('drops the letters after %s', (_, end) => {
  begin();
  press('g');
  end();
  shortcut.mockClear();

  const box = focusSearchBox();
  jest.advanceTimersByTime(1);
  press('x');

  expect(box.value).toBe('status:open');
  expect(pressed()).toEqual(['x']);
});

it('drops the letters if the list does not open', async () => {
  begin(Promise.resolve(false));
  press('g');
  await Promise.resolve();

  press('x');

  expect(pressed()).toEqual(['x']);
});

it('holds nothing if the search box already has the focus', () => {
  focusSearchBox();

  begin();
  press('x');

  expect(pressed()).toEqual(['x']);
});

it('leaves the keys of the browser alone', () => {
  begin();

  press('Tab', 'F5');

  expect(pressed()).toEqual(['Tab', 'F5']);
});
