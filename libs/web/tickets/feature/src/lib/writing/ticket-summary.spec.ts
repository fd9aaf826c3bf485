import { eventually } from '@docket/web/ui/testing';
import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { FILED, aMessage, become, openConversation } from '../../testing/conversation';
import { findByText, pageText } from '../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../testing/tickets-page';

const SENTENCE = { text: 'They pay twice.', quote: 'charged twice for invoice 2041', message_id: null };
const WRITTEN = { id: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2', sentences: [SENTENCE] };
const SESSION = { mode: 'open', permissions: ['tickets:read', 'tickets:write'], methods: [], needs_set_up: false };

afterEach(verifyRequests);

const button = () => findByText('button', 'Summary');

/** Opens the ticket and requests a summary. */
async function ask() {
  await openConversation();
  await become([], { ...SESSION, has_model: true });
  await eventually(() => button().click());
  return requested('/api/tickets/8/summary', 'POST');
}

it('shows each sentence with its quote, and that a model wrote it', async () => {
  (await ask()).flush(WRITTEN);

  await eventually(() => expect(pageText()).toContain('Written by Gemini from the conversation. Check it.'));
  expect(document.querySelector('docket-ticket-summary li')?.textContent).toContain('They pay twice.');
  expect(document.querySelector('docket-ticket-summary q')?.textContent).toBe('charged twice for invoice 2041');
  expect(document.activeElement).toBe(button());
});

it('says why there is none, and tries again', async () => {
  (await ask()).flush({ reason: 'unverified' });
  await eventually(() => expect(pageText()).toContain('The answer of the model did not match the conversation.'));

  findByText('docket-ticket-summary button', 'Retry').click();

  (await requested('/api/tickets/8/summary', 'POST')).flush(WRITTEN);
  await eventually(() => expect(pageText()).toContain('They pay twice.'));
});

it('says that it could not be loaded', async () => {
  (await ask()).flush({}, { status: 503, statusText: 'Unavailable' });

  await eventually(() => expect(pageText()).toContain('The summary could not be loaded.'));
});

it('closes with another click', async () => {
  (await ask()).flush(WRITTEN);
  await eventually(() => expect(pageText()).toContain('They pay twice.'));

  button().click();

  await eventually(() => expect(pageText()).not.toContain('They pay twice.'));
});

it('is not asked for again while the conversation stays as it is', async () => {
  (await ask()).flush(WRITTEN);
  await eventually(() => expect(pageText()).toContain('They pay twice.'));
  button().click();
  await eventually(() => expect(pageText()).not.toContain('They pay twice.'));

  button().click();

  await eventually(() => expect(pageText()).toContain('They pay twice.'));
  verifyRequests(); // no second request
});

it('is asked for again once there is another message', async () => {
  (await ask()).flush(WRITTEN);
  await eventually(() => expect(pageText()).toContain('They pay twice.'));
  TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT });
  (await requested('/api/tickets/8/timeline')).flush([aMessage(9, 'And a third time'), FILED]);
  await eventually(() => expect(pageText()).toContain('And a third time'));
  expect(pageText()).toContain('They pay twice.'); // it stays open
  button().click();
  await eventually(() => expect(pageText()).not.toContain('They pay twice.'));

  button().click();

  const thrice = { id: WRITTEN.id, sentences: [{ ...SENTENCE, text: 'They pay thrice.' }] };
  (await requested('/api/tickets/8/summary', 'POST')).flush(thrice);
  await eventually(() => expect(pageText()).toContain('They pay thrice.'));
});

it('ends its request when it is closed before the model has answered', async () => {
  const request = await ask();

  button().click();

  await eventually(() => expect(request.cancelled).toBe(true));
});

it('is not offered to a person who may only read', async () => {
  await openConversation();
  await become([], { ...SESSION, permissions: ['tickets:read'], has_model: true });

  await eventually(() => expect(document.querySelector('docket-composer')).toBeNull());
  expect(pageText()).toContain('Similar tickets');
  expect(pageText()).not.toContain('Summary');
});

it('is not offered without a model', async () => {
  await openConversation();

  expect(pageText()).toContain('Similar tickets');
  expect(pageText()).not.toContain('Summary');
  expect(pageText()).not.toContain('Draft reply');
});
