import { eventually } from '@docket/web/ui/testing';
import { aMessage, openConversation, write } from '../../../testing/conversation';
import { findByText, pageText, press } from '../../../testing/elements';
import { respondToOthers } from '../../../testing/requester-dialog';
import { EIGHT, requested, verifyRequests } from '../../../testing/tickets-page';

const NORA = { id: 3, email: 'nora@example.com', name: 'Nora' };

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

const focused = () => document.activeElement?.querySelector('.item > .text')?.textContent;
const open = async () =>
  (await eventually(() => document.querySelector<HTMLElement>('[aria-label="More ways to send"]')))?.click();

it('moves to a way to send by its letter, and sends only with Enter', async () => {
  await openConversation();
  await write('Hello');
  await open();
  await eventually(() => expect(focused()).toBe('Send and resolve'));

  for (const [letter, text] of [
    ['c', 'Send and close'],
    ['p', 'Send and set in progress'],
    ['s', 'Send'],
    ['R', 'Send and resolve'],
  ] as const) {
    press(letter);
    expect(focused()).toBe(text);
  }
  press('Escape');
  await eventually(() => expect(document.querySelector('[role=menu]')).toBeNull());
});

it('says that a reply was sent if somebody receives it', async () => {
  await openConversation();
  await write('Hello');
  await open();
  (await eventually(() => findByText('[role=menuitem] .text', 'Send and close'))).click();
  const entry = aMessage(9, 'Hello');
  const ticket = { ...EIGHT, status: 'closed' as const, requester: NORA };

  (await requested('/api/tickets/8/messages', 'POST')).flush({ entry, ticket });

  await eventually(() => expect(pageText()).toContain('Reply sent, ticket closed'));
  (await requested('/api/tickets/8/timeline')).flush([entry]);
  await respondToOthers(ticket);
});
