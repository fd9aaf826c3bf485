import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { press } from '../../testing/elements';
import { EIGHT, NINE, becomeViewer, currentUrl, openList, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

const field = () => document.querySelector<HTMLTextAreaElement>('docket-composer textarea');
const type = (text: string) => [...text].map((letter) => press(letter, document.body));

/** Presses the key until it is handled: its code loads after the list. */
const begin = (key: string) => eventually(() => expect(press(key, document.body)).toBe(false));

it('keeps what is typed before the composer has loaded, and writes it into the reply', async () => {
  await openList('/tickets/8', [NINE]);
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  expect(field()).toBeNull();

  await begin('r');
  expect(type('Donx')).not.toContain(true); // no key runs its shortcut, such as n for a note
  press('Backspace', document.body);
  press('e', document.body);
  (await requested('/api/tickets/8')).flush(EIGHT);

  await eventually(() => expect(document.activeElement).toBe(field()));
  expect(field()?.value).toBe('Done');
  expect(field()?.getAttribute('aria-label')).toBe('Reply');
  expect(currentUrl()).toBe('/tickets/8');
  expect(type('x')).toEqual([true]); // keys are no longer captured
});

it('opens the note that n asked for', async () => {
  await openList('/tickets/8', [NINE]);
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));

  await begin('n');
  (await requested('/api/tickets/8')).flush(EIGHT);

  await eventually(() => expect(document.activeElement).toBe(field()));
  expect(field()?.getAttribute('aria-label')).toBe('Note for your team');
});

it('forgets the wish with Escape', async () => {
  await openList('/tickets/8', [NINE]);
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  await begin('r');

  press('Escape', document.body);
  await eventually(() => expect(currentUrl()).toBe('/tickets'));
  TestBed.inject(HttpTestingController).match('/api/tickets/8'); // cancelled
});

it('takes no key from people who may not write', async () => {
  await openList('/tickets/8', [NINE]);
  await becomeViewer();
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));

  expect(press('r', document.body)).toBe(true);
  (await requested('/api/tickets/8')).flush(EIGHT);
});
