import { TestBed } from '@angular/core/testing';
import { forgetTexts } from '@docket/web/people/data';
import { ANA, BEN, become, eventually, expectNoRequests, openTab, requested } from '../testing/conversation';
import { Compositions } from './compositions';
import type { MessageDraft } from './message-draft';

const URL = '/api/tickets/7/draft/public';
const NO_CONTENT = { status: 204, statusText: 'No Content' };

/** The reply to ticket 7 on a newly loaded page. */
const openReply = () => TestBed.inject(Compositions).of(7, 'public').draft;

/** The reply, which the server has not. */
async function openEmpty(): Promise<MessageDraft> {
  await become(ANA);
  const draft = openReply();
  void draft.load();
  await respondWith('');
  return draft;
}

/** The reply, which the server has. */
async function openSaved(text: string): Promise<MessageDraft> {
  await become(ANA);
  const draft = openReply();
  void draft.load();
  await respondWith(text);
  await eventually(() => expect(draft.text()).toBe(text));
  return draft;
}

/** Responds to a request for the draft. */
async function respondWith(text: string): Promise<void> {
  const request = await requested(URL);
  if (text) request.flush({ body: text, updated_at: '' });
  else request.flush(null, NO_CONTENT);
}

beforeEach(openTab);
afterEach(() => {
  expectNoRequests();
  localStorage.clear();
  sessionStorage.clear();
});

describe('the draft of a reply', () => {
  it('is saved on the server after a pause', async () => {
    const draft = await openEmpty();

    draft.type('Hello');
    draft.type('Hello Nora');
    await respondWith('');
    expect(draft.place()).toBe('saving');
    const saved = await requested(URL, 'PUT');
    expect(saved.request.body).toEqual({ body: 'Hello Nora' });
    saved.flush({ body: 'Hello Nora', updated_at: '' });

    await eventually(() => expect(draft.place()).toBe('server'));
    expect(Object.values(localStorage).join()).not.toContain('Hello'); // the server has it
  });

  it('comes back from the server', async () => {
    await become(ANA);
    const draft = openReply();
    void draft.load();

    (await requested(URL)).flush({ body: 'Hello from the other machine', updated_at: '' });

    await eventually(() => expect(draft.text()).toBe('Hello from the other machine'));
    expect(draft.place()).toBe('server');
  });

  it('keeps what was typed before it had loaded', async () => {
    const draft = openReply();
    draft.type('And');
    await become(ANA);
    void draft.load();

    (await requested(URL)).flush({ body: 'Hello', updated_at: '' });

    await eventually(() => expect(draft.text()).toBe('Hello\n\nAnd'));
    (await requested(URL, 'PUT')).flush({});
  });

  it('is there once if the same was typed before it had loaded', async () => {
    const draft = openReply();
    draft.type('Hello');
    await become(ANA);
    void draft.load();

    (await requested(URL)).flush({ body: 'Hello', updated_at: '' });

    (await requested(URL, 'PUT')).flush({});
    expect(draft.text()).toBe('Hello');
  });

  it('is on this device at once, and after a crash', async () => {
    await become(ANA);
    openReply().type('Typed, and the tab crashes');

    openTab();
    await become(ANA);
    const draft = openReply();
    void draft.load();

    expect(draft.text()).toBe('Typed, and the tab crashes');
    await respondWith('');
    const saved = await requested(URL, 'PUT');
    expect(saved.request.body).toEqual({ body: 'Typed, and the tab crashes' });
    saved.flush({});
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('says that only this device has it when the server does not take it', async () => {
    const draft = await openEmpty();
    draft.type('Offline');
    await respondWith('');

    (await requested(URL, 'PUT')).error(new ProgressEvent('error'));

    await eventually(() => expect(draft.place()).toBe('device'));
    expect(Object.values(localStorage).join()).toContain('Offline');
    draft.flush(); // the connection is restored
    (await requested(URL, 'PUT')).flush({});
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('is added to the one on the server if the tab crashed before it had loaded', async () => {
    await become(ANA);
    openReply().type('Hi');

    openTab();
    await become(ANA);
    const draft = openReply();
    void draft.load();
    await respondWith('Long');

    await eventually(() => expect(draft.text()).toBe('Long\n\nHi'));
    (await requested(URL, 'PUT')).flush({});
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it('is removed when its text is', async () => {
    const draft = await openSaved('Hello');

    draft.type('');

    (await requested(URL, 'DELETE')).flush(null, NO_CONTENT);
    await eventually(() => expect(draft.place()).toBe('none'));
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('is saved at once when the ticket is left, and never shown in another one', async () => {
    const draft = await openEmpty();
    draft.type('For seven');

    TestBed.inject(Compositions).leave(7);

    await respondWith('');
    (await requested(URL, 'PUT')).flush({});
    expect(TestBed.inject(Compositions).of(8, 'public').draft.text()).toBe('');
    expect(TestBed.inject(Compositions).of(7, 'internal').draft.text()).toBe('');
    expect(openReply().text()).toBe('For seven');
  });

  it('goes when another tab has sent it, but never while somebody types', async () => {
    const draft = await openSaved('Sent over there');

    void draft.refresh();
    const late = await requested(URL);
    draft.type('Sent over there, and more');
    late.flush(null, NO_CONTENT);
    await draft.refresh(); // sends no request: the text is newer
    expect(draft.text()).toBe('Sent over there, and more');
    draft.flush();
    (await requested(URL, 'PUT')).flush({});
    await eventually(() => expect(draft.place()).toBe('server'));

    void draft.refresh();
    (await requested(URL)).flush(null, NO_CONTENT);
    await eventually(() => expect(draft.text()).toBe(''));
  });

  it('waits until it is known whose it is', async () => {
    jest.useFakeTimers();
    const draft = openReply();
    draft.type('Whose?');
    await jest.advanceTimersByTimeAsync(2_000);
    expectNoRequests();
    expect(Object.keys(localStorage)).toEqual([]);
    jest.useRealTimers();

    await become(ANA);
    void draft.load();
    (await requested(URL)).flush(null, NO_CONTENT);
    (await requested(URL, 'PUT')).flush({});
    await eventually(() => expect(draft.place()).toBe('server'));
  });

  it.each([
    [503, true],
    [400, false],
  ])('after status %d, whether it is saved again without another key: %s', async (status, isSavedAgain) => {
    const draft = await openEmpty();
    const timers = jest.spyOn(globalThis, 'setTimeout');
    draft.type('Hello');
    await respondWith('');
    draft.flush();

    (await requested(URL, 'PUT')).flush({}, { status, statusText: 'No' });

    await eventually(() => expect(draft.place()).toBe('device'));
    expect(timers.mock.calls.some(([, ms]) => ms === 10_000)).toBe(isSavedAgain);
    draft.clear();
    timers.mockRestore();
  });

  it('is not shown to the next person, and removed from the device', async () => {
    await become(ANA);
    openReply().type('Between Ana and me');
    openTab();
    await become(BEN);
    TestBed.inject(Compositions);
    TestBed.tick();

    expect(Object.values(localStorage).join()).not.toContain('Between Ana');
    const draft = openReply();
    void draft.load();
    (await requested(URL)).flush(null, NO_CONTENT);
    expect(draft.text()).toBe('');
  });

  it('leaves the device with a sign-out', async () => {
    await become(ANA);
    openReply().type('Between Ana and me');
    expect(Object.values(localStorage).join()).toContain('Between Ana');

    forgetTexts();

    expect(Object.values(localStorage).join()).not.toContain('Between Ana');
  });
});
