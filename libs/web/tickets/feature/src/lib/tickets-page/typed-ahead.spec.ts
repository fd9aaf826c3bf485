import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { press } from '../../testing/elements';
import { EIGHT, becomeViewer, currentUrl, openList, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

const field = () => document.querySelector<HTMLTextAreaElement>('docket-composer textarea');
const type = (text: string) => [...text].map((letter) => press(letter, document.body));

it('keeps what is typed before the composer has loaded, and writes it into the reply', async () => {
  await openList('/tickets/8');
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  expect(field()).toBeNull();

  expect(press('r', document.body)).toBe(false);
  expect(type('Donx')).not.toContain(true); // no key has its own action, such as n for a note
  press('Backspace', document.body);
  press('e', document.body);
  (await requested('/api/tickets/8')).flush(EIGHT);

  await eventually(() => expect(document.activeElement).toBe(field()));
  expect(field()?.value).toBe('Done');
  expect(field()?.getAttribute('aria-label')).toBe('Reply');
  expect(currentUrl()).toBe('/tickets/8');
  expect(type('x')).toEqual([true]); // keys are left alone again
});

it('opens the note that n asked for', async () => {
  await openList('/tickets/8');
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));

  press('n', document.body);
  (await requested('/api/tickets/8')).flush(EIGHT);

  await eventually(() => expect(document.activeElement).toBe(field()));
  expect(field()?.getAttribute('aria-label')).toBe('Note for your team');
});

it('forgets the wish with Escape', async () => {
  await openList('/tickets/8');
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  press('r', document.body);

  press('Escape', document.body);
  await eventually(() => expect(currentUrl()).toBe('/tickets'));
  TestBed.inject(HttpTestingController).match('/api/tickets/8'); // cancelled
});

it('takes no key from people who may not write', async () => {
  await openList('/tickets/8');
  await becomeViewer();
  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));

  expect(press('r', document.body)).toBe(true);
  (await requested('/api/tickets/8')).flush(EIGHT);
});
