import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { become, openConversation, textField, write } from '../testing/conversation';
import { pageText, press, queryField } from '../testing/elements';
import { EIGHT, SEVEN, currentUrl, openTicket, requested, verifyRequests } from '../testing/tickets-page';

const MESSAGES = '/api/tickets/8/messages';
const TIMELINE = '/api/tickets/8/timeline';
const ENTRY = {
  id: 9,
  at: '2026-03-12T15:05:00.000Z',
  kind: 'message.added',
  actor: { kind: 'human', name: 'Ana Ruiz' },
};
const SENT = { entry: { ...ENTRY, message: { id: 9, visibility: 'public', body: 'Hello' } }, ticket: EIGHT };

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

/** Presses keys without waiting, each where the focus is. */
const type = (keys: readonly string[]) => keys.map((key) => press(key));

/** Ends requests that follow, such as for drafts and completions. */
async function drain(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.inject(HttpTestingController).match(() => true);
}

async function sendByKeyboard(): Promise<void> {
  await openConversation();
  await eventually(queryField); // the keys of the list are there, too
  await import('./tickets-page/ticket-keys');
  await write('Hello');
  const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
  (await textField()).dispatchEvent(new KeyboardEvent('keydown', init));
}

describe('keys right after Ctrl and Enter', () => {
  it('go to the next ticket, and write the reply there', async () => {
    await sendByKeyboard();
    expect(type(['j', 'r', 'H', 'i'])).not.toContain(true);
    (await requested(MESSAGES, 'POST')).flush(SENT);

    await eventually(() => expect(currentUrl()).toBe('/tickets/7'));
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(document.activeElement).toHaveProperty('value', 'Hi'));
    await drain();
  });

  it('are dropped if the message was not sent', async () => {
    await sendByKeyboard();
    type(['j']);
    (await requested(MESSAGES, 'POST')).flush(null, { status: 503, statusText: 'Unavailable' });

    await eventually(() => expect(pageText()).toContain('Not sent.'));
    expect(currentUrl()).toBe('/tickets/8');
    expect(press('j')).toBe(true); // a letter of the text again
  });

  it('leave the field with Escape', async () => {
    await sendByKeyboard();
    type(['j', 'Escape']);
    await eventually(() => expect(document.activeElement?.classList).toContain('scroller'));
    (await requested(MESSAGES, 'POST')).flush(SENT);

    (await requested(TIMELINE)).flush([]);
    await eventually(() => expect(pageText()).toContain('Reply added'));
    expect(currentUrl()).toBe('/tickets/8');
  });
});

describe('keys right after the key of a field', () => {
  async function openAsAna() {
    await openTicket();
    await become(['tickets:read', 'tickets:write']);
    await eventually(() => expect(document.querySelectorAll('docket-field-button button')).not.toHaveLength(0));
  }

  it('go into the tags', async () => {
    await openAsAna();

    press('t', document.body);
    expect(type(['m', 'f', 'a', 'Enter', 'Enter'])).not.toContain(true);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['mfa'] });
    change.flush({ ...EIGHT, tags: ['mfa'] }, { headers: { ETag: '"8-2"' } });
    expect(document.querySelectorAll('.cdk-overlay-container [role=dialog]')).toHaveLength(0);
    await drain();
  });

  it('choose in a menu', async () => {
    await openAsAna();

    press('p', document.body);
    type(['l', 'Enter']);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ priority: 'low' });
    change.flush({ ...EIGHT, priority: 'low' }, { headers: { ETag: '"8-2"' } });
    await drain();
  });
});
