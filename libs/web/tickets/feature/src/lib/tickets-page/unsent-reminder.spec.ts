import { eventually } from '@docket/web/ui/testing';
import { composerText, openConversation, write } from '../../testing/conversation';
import { findByText, pageText } from '../../testing/elements';
import { THREE, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

const NOT_SENT = 'Not sent: your message in #8';

async function send(): Promise<void> {
  await write('Hello Nora');
  (findByText('docket-composer button', 'Send and resolve') as HTMLButtonElement).click();
}

async function fail(): Promise<void> {
  (await requested('/api/tickets/8/messages', 'POST')).error(new ProgressEvent('error'));
}

it('names the ticket of an unsent message when it is left, and when the connection is back', async () => {
  const { harness } = await openConversation();
  await send();
  await fail();
  await eventually(() => expect(composerText()).toContain('Not sent, no connection.'));
  expect(pageText()).not.toContain(NOT_SENT);

  await harness.navigateByUrl('/tickets');
  await eventually(() => expect(pageText()).toContain(NOT_SENT));
  const link = findByText('a[aria-keyshortcuts=b]', 'Open');
  expect(link.getAttribute('href')).toBe('/tickets/8');

  (await requested('/api/tickets/8/draft/public', 'PUT')).flush(null, { status: 204, statusText: 'No Content' });

  window.dispatchEvent(new Event('online'));
  (await requested('/api/tickets')).flush(THREE);
  await eventually(() => expect(findByText('a[aria-keyshortcuts=b]', 'Open')).not.toBe(link)); // another notice
});

it('names the ticket of a message that fails after it was left', async () => {
  const { harness } = await openConversation();
  await send();
  await harness.navigateByUrl('/tickets');
  expect(pageText()).not.toContain(NOT_SENT);

  await fail();

  await eventually(() => expect(pageText()).toContain(NOT_SENT));
});
