import { eventually } from '@docket/web/ui/testing';
import {
  FILED,
  aChange,
  aMessage,
  composerText,
  openConversation,
  textField,
  timelineTexts,
  write,
} from '../../../testing/conversation';
import { findByText } from '../../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../../testing/tickets-page';

const BEN = { kind: 'human', id: 4, name: 'Ben', verified: true } as const;
const RESOLVED_BY_BEN = aChange(7, { status: ['open', 'resolved'] }, { actor: BEN });
const MESSAGES = '/api/tickets/8/messages';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

it('stops before it takes back a status that somebody else has set, and shows who it was', async () => {
  localStorage.setItem('docket.send.3', 'in_progress');
  await openConversation();
  await write('Hello Nora');
  const send = () => findByText('docket-composer button', 'Send and set in progress') as HTMLButtonElement;
  send().click();

  (await requested(MESSAGES, 'POST')).flush(
    { type: '/problems/newer-activity', status: 409, entries: [RESOLVED_BY_BEN] },
    { status: 409, statusText: 'Conflict' },
  );

  await eventually(() => expect(composerText()).toContain('Ben set status Open to Resolved.'));
  expect(composerText()).not.toContain('new reply');
  expect(send().disabled).toBe(true);
  findByText('docket-composer button', 'Show').click();
  await eventually(() => expect(timelineTexts()[1]).toContain('Ben set status Open → Resolved'));
  (await requested('/api/tickets/8/timeline')).flush([RESOLVED_BY_BEN, FILED]);
  await eventually(() => expect(send().disabled).toBe(false));

  send().click();
  const request = await requested(MESSAGES, 'POST');
  expect(request.request.body).toMatchObject({ seen_event_id: 7, status: 'in_progress' });
  request.flush({ entry: aMessage(9, 'Hello Nora'), ticket: { ...EIGHT, status: 'in_progress' } });
  (await requested('/api/tickets/8/timeline')).flush([aMessage(9, 'Hello Nora'), RESOLVED_BY_BEN, FILED]);
});

it('leads to what has changed with the first Ctrl and Enter', async () => {
  localStorage.setItem('docket.send.3', 'in_progress');
  await openConversation();
  await write('Hello Nora');
  const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
  (await textField()).dispatchEvent(new KeyboardEvent('keydown', init));

  (await requested(MESSAGES, 'POST')).flush(
    { type: '/problems/newer-activity', status: 409, entries: [RESOLVED_BY_BEN] },
    { status: 409, statusText: 'Conflict' },
  );

  await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Show'));
});
