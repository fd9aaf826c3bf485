import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { type TicketChange, TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import {
  FILED,
  NORA,
  aMessage,
  composerText,
  openConversation,
  respondToDraft,
  textField,
  timelineTexts,
  write,
} from '../../../testing/conversation';
import { findByText, pageText, press } from '../../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../../testing/tickets-page';

const MESSAGES = '/api/tickets/8/messages';
const TIMELINE = '/api/tickets/8/timeline';
const RESOLVED = { ...EIGHT, status: 'resolved', updated_at: '2026-03-12T16:00:00.000Z' } as const;
const sent = (id: number, body: string, ticket: object = EIGHT) => ({ entry: aMessage(id, body), ticket });
const composerButton = (name: string) => findByText('docket-composer button', name) as HTMLButtonElement;
const saidByComposer = () => document.querySelector('docket-composer > [role=status]')?.textContent;
const pressCtrlEnter = (field: HTMLElement) =>
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
const newerReply = (id: number) => ({
  type: '/problems/newer-activity',
  entries: [aMessage(id, 'I found the codes.', { actor: NORA })],
});

/** Another person changes the ticket, which then reloads in the panel and in the list. */
async function changeElsewhere(): Promise<void> {
  TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([8]), hasNew: false });
  (await requested('/api/tickets/8')).flush(EIGHT);
  (await requested('/api/tickets?ids=8')).flush([EIGHT]);
}

/** Responds to the reload that follows each change of the ticket. */
async function respondToReload(...newestFirst: object[]): Promise<void> {
  (await requested(TIMELINE)).flush([...newestFirst, FILED]);
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

describe('the composer', () => {
  it('says that nobody gets a reply without a requester, and leads to the field', async () => {
    const { root } = await openConversation();
    await textField();
    expect(composerText()).toContain('No requester: nobody gets this');

    expect(composerButton('Add requester').tabIndex).toBe(-1); // Tab leads from the tabs to the field
    composerButton('Add requester').click();

    await eventually(() => expect(document.getElementById('requester-email')).not.toBeNull());
    await (await root.getHarness(MatButtonHarness.with({ text: 'Cancel' }))).click();
    composerButton('Note').click();
    await respondToDraft('internal');
    await eventually(() => expect(composerText()).toContain('Only your team sees this'));
    expect(composerText()).not.toContain('nobody gets this');
  });

  it('sends a reply with a status, shows it at once, and stays ready for the next one', async () => {
    await openConversation();
    const changes: TicketChange[] = [];
    TestBed.inject(TicketChanges).changes.subscribe((change) => changes.push(change));
    await write('Hello Nora');

    composerButton('Send and resolve').click();
    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({
      visibility: 'public',
      body: 'Hello Nora',
      status: 'resolved',
      seen_event_id: 1,
    });
    await eventually(() => expect(composerText()).toContain('Sending…'));
    composerButton('Sending…').click(); // is ignored
    request.flush(sent(9, 'Hello Nora', RESOLVED));

    await eventually(() => expect(timelineTexts()[1]).toContain('Hello Nora'));
    expect((await textField()).value).toBe('');
    expect(document.activeElement).toBe(await textField());
    expect(findByText('docket-ticket-fields button', 'Status').textContent).toContain('Resolved');
    expect(pageText()).toContain('Reply added, ticket resolved. It goes to nobody: the ticket has no requester');
    expect(changes).toEqual([{ kind: 'changed', ticket: RESOLVED }]);
    await respondToReload(aMessage(9, 'Hello Nora'));
  });

  it('remembers how the person sent the last reply', async () => {
    await openConversation();
    await write('Hello');

    (await eventually(() => document.querySelector<HTMLElement>('[aria-label="More ways to send"]')))?.click();
    (await eventually(() => findByText('[role=menuitem] .text', 'Send and close'))).click();
    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({ status: 'closed' });
    request.flush(sent(9, 'Hello'));
    await respondToReload(aMessage(9, 'Hello'));

    await eventually(() => expect(composerText()).toContain('Send and close'));
    expect(localStorage.getItem('docket.send.3')).toBe('closed');
  });

  it('gives the focus to the ticket after the menu was used with the keyboard, so that its keys work', async () => {
    await openConversation();
    await write('Hello');
    (await eventually(() => document.querySelector<HTMLElement>('[aria-label="More ways to send"]')))?.click();
    const item = await eventually(() => findByText('[role=menuitem] .text', 'Send and close'));

    press('Enter', item);
    item.click(); // like Enter on a button
    (await requested(MESSAGES, 'POST')).flush(sent(9, 'Hello'));
    await respondToReload(aMessage(9, 'Hello'));

    await eventually(() => expect(document.activeElement?.classList.contains('scroller')).toBe(true));
  });

  it('adds a note, which changes no status, from the keyboard', async () => {
    await openConversation();
    await textField();
    expect(press('n')).toBe(false); // the letter is not typed
    await respondToDraft('internal');
    expect(composerText()).toContain('Only your team sees this');
    await write('He called');

    pressCtrlEnter(await textField());

    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).not.toHaveProperty('status');
    expect(request.request.body).toMatchObject({ visibility: 'internal', body: 'He called' });
    const note = aMessage(9, 'He called', { message: { id: 9, visibility: 'internal', body: 'He called' } });
    request.flush({ entry: note, ticket: EIGHT });
    await eventually(() => expect(pageText()).toContain('Note added'));
    await eventually(() => expect(document.activeElement?.classList.contains('scroller')).toBe(true)); // so that j works
    await respondToReload(note);
  });

  it('has one text for the reply and one for the note', async () => {
    await openConversation({ draft: 'Half a reply' });
    expect((await textField()).value).toBe('Half a reply');

    composerButton('Note').click();
    await respondToDraft('internal', 'Half a note');
    await eventually(() => expect(composerText()).toContain('Draft saved'));
    expect((await textField()).value).toBe('Half a note');

    press('ArrowLeft', composerButton('Note'));
    expect([composerButton('Reply').tabIndex, composerButton('Note').tabIndex]).toEqual([0, -1]); // before Tab is pressed
    expect((await textField()).value).toBe('Half a reply');
    expect(document.activeElement).toBe(composerButton('Reply'));
  });

  it('never mixes them, however fast somebody types', async () => {
    await openConversation();
    await write('For Nora');

    press('Escape', await textField());
    press('n');
    const field = document.activeElement as HTMLTextAreaElement;
    field.value += 'For the team'; // immediately, before the page renders again
    field.dispatchEvent(new Event('input', { bubbles: true }));

    await respondToDraft('internal');
    expect((await textField()).value).toBe('For the team');
    composerButton('Reply').click();
    expect((await textField()).value).toBe('For Nora');
    for (const visibility of ['public', 'internal'])
      (await requested(`/api/tickets/8/draft/${visibility}`, 'PUT')).flush({});
  });

  it('keeps the text when the connection fails, and sends the same message again', async () => {
    await openConversation();
    await write('Hello Nora');
    composerButton('Send and resolve').click();
    const first = await requested(MESSAGES, 'POST');

    first.error(new ProgressEvent('error'));

    await eventually(() => expect(composerText()).toContain('Not sent, no connection. Your text is kept here.'));
    expect((await textField()).value).toBe('Hello Nora');
    composerButton('Try again').click();
    const second = await requested(MESSAGES, 'POST');
    expect(second.request.body).toEqual(first.request.body);
    second.flush(sent(9, 'Hello Nora', RESOLVED));
    await respondToReload(aMessage(9, 'Hello Nora'));
    await eventually(() => expect(composerText()).not.toContain('Not sent'));
  });

  it('is sent again by b, the key of notices', async () => {
    await openConversation();
    await write('Hello Nora');
    const field = await textField();
    pressCtrlEnter(field);
    (await requested(MESSAGES, 'POST')).error(new ProgressEvent('error'));
    await eventually(() => expect(composerText()).toContain('Not sent, no connection.'));

    expect(press('b', field)).toBe(true); // typed
    press('Escape', field);
    press('b');

    (await requested(MESSAGES, 'POST')).flush(sent(9, 'Hello Nora', RESOLVED));
    await respondToReload(aMessage(9, 'Hello Nora'));
  });

  it('stops at a reply that the person has not seen, and shows it', async () => {
    await openConversation();
    await write('Which is easier?');
    composerButton('Send and resolve').click();

    (await requested(MESSAGES, 'POST')).flush(newerReply(7), { status: 409, statusText: 'Conflict' });

    await eventually(() => expect(composerText()).toContain('1 new reply, read it first.'));
    expect(composerButton('Send and resolve').disabled).toBe(true);
    composerButton('Show').click();
    await eventually(() => expect(timelineTexts()[1]).toContain('I found the codes.'));
    await respondToReload(aMessage(7, 'I found the codes.', { actor: NORA }));
    expect((await textField()).value).toBe('Which is easier?');
    await eventually(() => expect(composerButton('Send and resolve').disabled).toBe(false));
    composerButton('Send and resolve').click();
    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({ seen_event_id: 7 });
    request.flush(sent(9, 'Which is easier?', RESOLVED));
    await respondToReload(aMessage(9, 'Which is easier?'), aMessage(7, 'I found the codes.', { actor: NORA }));
  });

  it('stops as soon as a reply of others arrives while the person writes one', async () => {
    await openConversation();
    await write('Which is easier?');
    expect(composerButton('Send and resolve').disabled).toBe(false);

    await changeElsewhere();
    await respondToReload(
      aMessage(8, 'For the team', { message: { id: 8, visibility: 'internal', body: 'For the team' } }),
      aMessage(7, 'I found the codes.', { actor: NORA }),
    );

    await eventually(() => expect(composerText()).toContain('1 new reply, read it first.'));
    expect(composerButton('Send and resolve').disabled).toBe(true);
    expect(document.querySelector('docket-composer [role=alert]')).toBeNull(); // it would interrupt a screen reader
    pressCtrlEnter(await textField());
    expect(document.activeElement).toBe(composerButton('Show'));
    composerButton('Show').click();
    await eventually(() => expect(saidByComposer()).toContain('Nora Lindqvist: I found the codes.'));
    await respondToReload(aMessage(7, 'I found the codes.', { actor: NORA }));
    await eventually(() => expect(composerText()).not.toContain('new reply'));
    composerButton('Send and resolve').click();
    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({ seen_event_id: 7 });
    request.flush(sent(9, 'Which is easier?', RESOLVED));
    await respondToReload(aMessage(9, 'Which is easier?'), aMessage(7, 'I found the codes.', { actor: NORA }));
  });

  it('sends in spite of a reply that has arrived', async () => {
    await openConversation();
    await write('Which is easier?');
    await changeElsewhere();
    await respondToReload(aMessage(7, 'I found the codes.', { actor: NORA }));

    (await eventually(() => composerButton('Send anyway'))).click();

    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({ seen_event_id: 7, status: 'resolved' });
    request.flush(sent(9, 'Which is easier?', RESOLVED));
    await respondToReload(aMessage(9, 'Which is easier?'), aMessage(7, 'I found the codes.', { actor: NORA }));
    await eventually(() => expect(composerText()).not.toContain('new reply'));
  });

  it('does not stop a note, or somebody who has not begun to write', async () => {
    await openConversation();
    await textField();
    await changeElsewhere();
    await respondToReload(aMessage(7, 'I found the codes.', { actor: NORA }));
    await eventually(() => expect(timelineTexts()).toHaveLength(2));
    await write('Seen, and answered');
    expect(composerText()).not.toContain('new reply');
    await write('');
    (await requested('/api/tickets/8/draft/public', 'DELETE')).flush(null, { status: 204, statusText: 'No Content' });

    composerButton('Note').click();
    await respondToDraft('internal');
    await write('He called');
    await changeElsewhere();
    await respondToReload(
      aMessage(9, 'Never mind', { actor: NORA }),
      aMessage(7, 'I found the codes.', { actor: NORA }),
    );
    await eventually(() => expect(timelineTexts()).toHaveLength(3));

    expect(composerText()).not.toContain('new reply');
    expect(composerButton('Add note').disabled).toBe(false);
    (await requested('/api/tickets/8/draft/internal', 'PUT')).flush({});
  });

  it('sends in spite of a newer reply', async () => {
    await openConversation();
    await write('Which is easier?');
    composerButton('Send and resolve').click();
    (await requested(MESSAGES, 'POST')).flush(newerReply(7), { status: 409, statusText: 'Conflict' });

    (await eventually(() => composerButton('Send anyway'))).click();

    const request = await requested(MESSAGES, 'POST');
    expect(request.request.body).toMatchObject({ body: 'Which is easier?', seen_event_id: 7, status: 'resolved' });
    request.flush(sent(9, 'Which is easier?', RESOLVED));
    await respondToReload(aMessage(9, 'Which is easier?'), aMessage(7, 'I found the codes.', { actor: NORA }));
  });

  it('announces a reply that arrives after the ticket was left', async () => {
    await openConversation();
    const changes: TicketChange[] = [];
    TestBed.inject(TicketChanges).changes.subscribe((change) => changes.push(change));
    await write('Hello Nora');
    composerButton('Send and resolve').click();
    const request = await requested(MESSAGES, 'POST');

    findByText('a', 'Seven').click();
    (await requested('/api/tickets/7')).flush({ ...EIGHT, id: 7, title: 'Seven' });
    (await requested('/api/tickets/7/timeline')).flush([]);
    (await requested('/api/tickets/7/draft/public')).flush(null, { status: 204, statusText: 'No Content' });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));
    expect((await textField()).value).toBe('');
    request.flush(sent(9, 'Hello Nora', RESOLVED));

    await eventually(() => expect(changes).toEqual([{ kind: 'changed', ticket: RESOLVED }]));
    expect(pageText()).not.toContain('Hello Nora');
    expect(pageText()).not.toContain('Reply sent');
  });

  it('gives the focus to the ticket with Escape, so that its keys work', async () => {
    await openConversation();
    const field = await textField();
    press('r');
    expect(document.activeElement).toBe(field);

    press('Escape', field);

    expect(document.activeElement?.classList.contains('scroller')).toBe(true);
    expect(document.querySelector('docket-ticket-panel')).not.toBeNull(); // still open
  });

  it('sends no text that is too long', async () => {
    await openConversation();
    await write('a'.repeat(100_001));

    expect(composerText()).toContain('Too long: at most 100,000 characters');
    expect(composerButton('Send and resolve').disabled).toBe(true);
    await write('');
  });
});
