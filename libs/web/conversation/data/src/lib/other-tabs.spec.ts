import { TestBed } from '@angular/core/testing';
import { ANA, become, eventually, expectNoRequests, openTab, requested } from '../testing/conversation';
import { Compositions } from './compositions';
import type { MessageDraft } from './message-draft';

const URL = '/api/tickets/7/draft/public';
const KEY = 'docket.message.3.7.public';

/** The reply to ticket 7, as the server has it. */
async function openReply(saved: string): Promise<MessageDraft> {
  await become(ANA);
  const { draft } = TestBed.inject(Compositions).of(7, 'public');
  void draft.load();
  await respondWith(saved);
  await eventually(() => expect(draft.text()).toBe(saved));
  return draft;
}

/** Responds to a request for the draft. */
async function respondWith(saved: string): Promise<void> {
  const request = await requested(URL);
  if (saved) request.flush({ body: saved, updated_at: '' });
  else request.flush(null, { status: 204, statusText: 'No Content' });
}

/** Expects that the server receives this text. */
async function expectSaved(text: string): Promise<void> {
  const save = await requested(URL, 'PUT');
  expect(save.request.body).toEqual({ body: text });
  save.flush({});
}

/** Tells this tab that another one has saved or sent its text. */
function otherTabSaves(): void {
  localStorage.removeItem(KEY);
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: null }));
}

beforeEach(openTab);
afterEach(() => {
  jest.restoreAllMocks();
  expectNoRequests();
  localStorage.clear();
  sessionStorage.clear();
});

describe('a draft in two tabs', () => {
  it('keeps the text of both if this one was empty when somebody types in it', async () => {
    const draft = await openReply('');

    draft.type('Hi');
    await respondWith('A long text');

    await eventually(() => expect(draft.text()).toBe('A long text\n\nHi'));
    await expectSaved('A long text\n\nHi');
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('is not merged with the text that it has just replaced', async () => {
    const draft = await openReply('Hello');

    draft.type('');
    draft.type('Something else'); // at once: the server has "Hello"

    await expectSaved('Something else');
    await eventually(() => expect(draft.text()).toBe('Something else'));
  });

  it('takes a text that the other tab has not saved yet', async () => {
    const draft = await openReply('');
    localStorage.setItem(KEY, JSON.stringify({ text: 'Written offline', isSaved: false }));

    draft.type('Hi');

    expect(draft.text()).toBe('Written offline\n\nHi');
    expect(localStorage.getItem(KEY)).toContain('Written offline');
    await respondWith('');
    await expectSaved('Written offline\n\nHi');
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('takes neither the text nor the key of a message that the other tab sends', async () => {
    const draft = await openReply('Hello');
    draft.type('Hello again');
    localStorage.setItem(KEY, JSON.stringify({ text: 'On its way', isSaved: true, clientKey: 'its-key' }));

    draft.noteSavedElsewhere();
    draft.flush();
    await respondWith('');

    await expectSaved('Hello again');
    expect(draft.claimKey()).not.toBe('its-key');
    draft.dropKey();
  });

  it('shows what the other tab has saved, also where it was empty', async () => {
    const draft = await openReply('');

    otherTabSaves();
    await respondWith('A long text');

    await eventually(() => expect(draft.text()).toBe('A long text'));
  });

  it('adds unsaved text to what the other tab has saved', async () => {
    const draft = await openReply('Hello');
    draft.type('Hello from this tab');

    otherTabSaves();
    await respondWith('Hello from the other tab');

    await expectSaved('Hello from the other tab\n\nHello from this tab');
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('adds what was typed while a text of another device was read', async () => {
    const draft = await openReply('Hello');
    void draft.refresh();
    const late = await requested(URL);
    draft.type('Hello from here');

    late.flush({ body: 'Hello from there', updated_at: '' });

    await respondWith('Hello from there');
    await expectSaved('Hello from there\n\nHello from here');
    await eventually(() => expect(draft.place()).toBe('server'));
  });
});

describe('a draft on two devices', () => {
  it.each([
    ['Hello', 'Hello again'],
    ['Hello from there', 'Hello from there\n\nHello again'],
  ])('is read before it is saved again after a minute: %s', async (onServer, saved) => {
    const draft = await openReply('Hello');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);

    draft.type('Hello again');
    draft.flush();
    await respondWith(onServer);

    await expectSaved(saved);
    jest.restoreAllMocks();
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('keeps its text if the server has none, because the ticket may be deleted', async () => {
    const draft = await openReply('Hello');

    const refreshed = draft.refresh(false);
    await respondWith('');

    await refreshed;
    expect(draft.text()).toBe('Hello');
  });
});

it('stores a saved draft on the device if the ticket was deleted', async () => {
  const draft = await openReply('Hello');

  draft.keepAfterDeletion();
  await draft.refresh(); // sends no request

  expect(draft.place()).toBe('device');
  expect(localStorage.getItem(KEY)).toContain('Hello');
});
