import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { composerText, openConversation, textField, timelineTexts, write } from '../../testing/conversation';
import { findByText, pageText } from '../../testing/elements';
import { SEVEN, openTicket, requested, verifyRequests } from '../../testing/tickets-page';

const DRAFT = '/api/tickets/8/draft/public';
const KEY = 'docket.message.3.8.public';
const NOT_FOUND = { status: 404, statusText: 'Not Found' };
const composerButton = (name: string) => findByText('docket-composer button', name) as HTMLButtonElement;

/** Somebody deletes the open ticket, and the panel, the timeline and the row learn it. */
async function deleteElsewhere(): Promise<void> {
  TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([8]), hasNew: false });
  (await requested('/api/tickets/8')).flush({}, NOT_FOUND);
  (await requested('/api/tickets/8/timeline')).flush({}, NOT_FOUND);
  (await requested('/api/tickets?ids=8')).flush([], { headers: { 'Docket-Missing': '8' } });
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

describe('a ticket that is deleted while it is open', () => {
  it('stays with the text of the reply, which the device keeps, to copy it', async () => {
    await openConversation({ draft: 'Half a reply' }); // which the server deletes with the ticket
    await eventually(() => expect(composerText()).toContain('Draft saved'));

    await deleteElsewhere();

    await eventually(() => expect(pageText()).toContain('This ticket was deleted. Your text is kept below.'));
    expect(pageText()).not.toContain('mistyped');
    expect((await textField()).value).toBe('Half a reply');
    expect(timelineTexts()[0]).toContain('The code goes to my old number.');
    expect(composerText()).toContain('Saved on this device');
    expect(localStorage.getItem(KEY)).toContain('Half a reply');
    await eventually(() => expect(findByText('tr.mismatched', '8').textContent).toContain('Deleted'));

    const copy = jest.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    composerButton('Copy text').click();
    expect(copy).toHaveBeenCalledWith('Half a reply');
    await eventually(() => expect(composerText()).toContain('Text copied'));
    expect(composerText()).not.toContain('Send');
  });

  it('keeps what somebody goes on writing', async () => {
    await openConversation();
    await deleteElsewhere();
    await eventually(() => expect(pageText()).toContain('This ticket was deleted.'));
    expect(pageText()).not.toContain('Your text is kept');

    await write('A late reply');
    (await requested(DRAFT, 'PUT')).flush({}, NOT_FOUND);

    await eventually(() => expect(composerText()).toContain('Saved on this device'));
    expect(localStorage.getItem(KEY)).toContain('A late reply');
  });

  it('keeps a reply that is sent before the page has learnt it', async () => {
    await openConversation();
    await write('Hello Nora');
    composerButton('Send and resolve').click();

    (await requested('/api/tickets/8/messages', 'POST')).flush({}, NOT_FOUND);

    await eventually(() =>
      expect(composerText()).toContain('Not sent. The ticket no longer exists. Your text is kept here.'),
    );
    expect((await textField()).value).toBe('Hello Nora');
    await deleteElsewhere();
    await eventually(() => expect(pageText()).toContain('This ticket was deleted.'));
    expect((await textField()).value).toBe('Hello Nora');
  });

  it('says nothing about the next ticket', async () => {
    await openTicket();
    TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([8]), hasNew: false });
    (await requested('/api/tickets/8')).flush({}, NOT_FOUND);
    (await requested('/api/tickets?ids=8')).flush([]);
    await eventually(() => expect(pageText()).toContain('This ticket was deleted.'));

    findByText('a', 'Seven').click();

    const next = await requested('/api/tickets/7');
    expect(pageText()).not.toContain('This ticket was deleted.');
    next.flush(SEVEN);
  });
});
