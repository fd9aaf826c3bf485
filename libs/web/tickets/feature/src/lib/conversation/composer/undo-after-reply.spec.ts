import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { FILED, aMessage, composerText, openConversation, write } from '../../../testing/conversation';
import { findByText } from '../../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../../testing/tickets-page';
import { TicketEditor } from '../../ticket-editor/ticket-editor';

const RESOLVED = { ...EIGHT, status: 'resolved', updated_at: '2026-03-12T16:00:00.000Z' } as const;

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

it('takes back the status that came with a reply, and not an older change', async () => {
  await openConversation();
  await write('Hello Nora');
  (findByText('docket-composer button', 'Send and resolve') as HTMLButtonElement).click();
  const reply = await requested('/api/tickets/8/messages', 'POST');
  reply.flush({ entry: aMessage(7, 'Hello Nora'), ticket: RESOLVED });
  (await requested('/api/tickets/8/timeline')).flush([aMessage(7, 'Hello Nora'), FILED]);
  await eventually(() => expect(composerText()).not.toContain('Sending…'));

  TestBed.inject(TicketEditor).undo();

  (await requested('/api/tickets/8')).flush(RESOLVED, { headers: { ETag: '"8-2"' } });
  const undone = await requested('/api/tickets/8', 'PATCH');
  expect(undone.request.body).toEqual({ status: 'open' });
  expect(undone.request.headers.get('If-Match')).toBe('"8-2"');
  undone.flush(EIGHT, { headers: { ETag: '"8-3"' } });
  (await requested('/api/tickets/8/timeline')).flush([aMessage(7, 'Hello Nora'), FILED]);
});
