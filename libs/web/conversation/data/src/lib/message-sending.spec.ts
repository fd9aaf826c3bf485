import { TestBed } from '@angular/core/testing';
import { ANA, aReply, become, eventually, expectNoRequests, openTab, requested } from '../testing/conversation';
import { Compositions } from './compositions';

const URL = '/api/tickets/7/messages';
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const NO_CONTENT = { status: 204, statusText: 'No Content' };
const sentAs = (body: string) => ({ entry: aReply(9, body), ticket: { id: 7 } });

interface SentBody {
  readonly client_key: string;
}

/** Writes a reply that the server has saved. */
async function writeReply(text: string) {
  await become(ANA);
  const { draft, sending } = TestBed.inject(Compositions).of(7, 'public');
  void draft.load();
  (await requested('/api/tickets/7/draft/public')).flush(null, NO_CONTENT);
  draft.type(text);
  draft.flush();
  (await requested('/api/tickets/7/draft/public', 'PUT')).flush({});
  await eventually(() => expect(draft.place()).toBe('server'));
  return { draft, sending };
}

beforeEach(openTab);
afterEach(() => {
  expectNoRequests();
  localStorage.clear();
  sessionStorage.clear();
});

describe('sending a reply', () => {
  it('sends the text, the status and what was seen, once, and empties the draft', async () => {
    const { draft, sending } = await writeReply('Hello Nora');

    const result = sending.send({ status: 'resolved', seenId: 5 });
    expect(sending.state().kind).toBe('sending');
    expect(await sending.send({ seenId: 5 })).toBeUndefined(); // a second click
    const request = await requested(URL, 'POST');
    expect(request.request.body).toEqual({
      visibility: 'public',
      body: 'Hello Nora',
      status: 'resolved',
      seen_event_id: 5,
      client_key: expect.stringMatching(UUID) as unknown,
    });
    request.flush(sentAs('Hello Nora'));

    expect((await result)?.ticket.id).toBe(7);
    expect(draft.text()).toBe('');
    expect(sending.state().kind).toBe('idle');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('keeps the text and the key after a lost response, over a reload, so that the next attempt sends nothing twice', async () => {
    const { draft, sending } = await writeReply('Hello Nora');
    const lost = sending.send({});
    const first = await requested(URL, 'POST');
    first.error(new ProgressEvent('error'));

    await lost;
    expect(draft.text()).toBe('Hello Nora');
    expect(sending.state()).toMatchObject({ kind: 'failed', problem: { status: 0 } });

    openTab();
    await become(ANA);
    const reloaded = TestBed.inject(Compositions).of(7, 'public');
    await reloaded.draft.load();
    expect(reloaded.draft.text()).toBe('Hello Nora');
    const again = reloaded.sending.send({});
    const second = await requested(URL, 'POST');
    expect((second.request.body as SentBody).client_key).toBe((first.request.body as SentBody).client_key);
    second.flush(sentAs('Hello Nora'));
    await again;
    expect(reloaded.draft.text()).toBe('');
  });

  it('uses another key for the next message', async () => {
    const { draft, sending } = await writeReply('One');
    const one = sending.send({});
    const first = await requested(URL, 'POST');
    first.flush(sentAs('One'));
    await one;

    draft.type('Two');
    (await requested('/api/tickets/7/draft/public')).flush(null, NO_CONTENT);
    const two = sending.send({});
    const second = await requested(URL, 'POST');
    second.flush(sentAs('Two'));
    await two;

    expect((second.request.body as SentBody).client_key).not.toBe((first.request.body as SentBody).client_key);
  });

  it('keeps a text that was changed after an attempt that had succeeded', async () => {
    const { draft, sending } = await writeReply('Hello Nora');
    const lost = sending.send({});
    (await requested(URL, 'POST')).error(new ProgressEvent('error'));
    await lost;
    draft.type('Hello Nora, and more');

    const again = sending.send({});
    const second = await requested(URL, 'POST');
    second.flush(sentAs('Hello Nora'));

    expect((await again)?.entry.message?.body).toBe('Hello Nora');
    expect(sending.state().kind).toBe('changed');
    expect(draft.text()).toBe('Hello Nora, and more');
    const new_ = sending.send({});
    const third = await requested(URL, 'POST');
    expect((third.request.body as SentBody).client_key).not.toBe((second.request.body as SentBody).client_key);
    third.flush(sentAs('Hello Nora, and more'));
    await new_;
  });

  it('stops at a newer reply, and sends the same message after it was seen', async () => {
    const { draft, sending } = await writeReply('Hello Nora');
    const stopped = sending.send({ seenId: 5 });
    const first = await requested(URL, 'POST');
    first.flush(
      { type: '/problems/newer-activity', status: 409, entries: [aReply(8, 'I found it.')] },
      { status: 409, statusText: 'Conflict' },
    );

    expect(await stopped).toBeUndefined();
    expect(sending.state()).toMatchObject({ kind: 'newer', entries: [{ id: 8 }] });
    expect(draft.text()).toBe('Hello Nora');

    const anyway = sending.send({ seenId: 8 });
    const second = await requested(URL, 'POST');
    expect(second.request.body).toEqual({ ...(first.request.body as object), seen_event_id: 8 });
    second.flush(sentAs('Hello Nora'));
    await anyway;
  });

  it('waits for a running save, which would bring the draft back', async () => {
    const { draft, sending } = await writeReply('Hello');
    draft.type('Hello Nora');
    draft.flush();
    const save = await requested('/api/tickets/7/draft/public', 'PUT');

    const result = sending.send({});
    expectNoRequests(); // no POST yet
    save.flush({});

    (await requested(URL, 'POST')).flush(sentAs('Hello Nora'));
    await result;
    expect(draft.place()).toBe('none');
  });

  it('saves no draft while the message is on its way, also when the ticket is left', async () => {
    const { draft, sending } = await writeReply('Hello');
    draft.type('Hello Nora');
    const result = sending.send({});
    const request = await requested(URL, 'POST');

    TestBed.inject(Compositions).leave(7);

    expectNoRequests(); // no PUT
    request.flush(sentAs('Hello Nora'));
    await result;
    expect(draft.text()).toBe('');
  });

  it('sends no empty text', async () => {
    await become(ANA);
    const { draft, sending } = TestBed.inject(Compositions).of(7, 'public');
    draft.type(' \n');

    expect(await sending.send({})).toBeUndefined();
    draft.clear();
  });

  it('sends nothing before the author has seen what another tab has saved', async () => {
    await become(ANA);
    const { draft, sending } = TestBed.inject(Compositions).of(7, 'public');
    const loaded = draft.load();
    (await requested('/api/tickets/7/draft/public')).flush(null, NO_CONTENT);
    await loaded;
    draft.type('Hi');

    const result = sending.send({});
    (await requested('/api/tickets/7/draft/public')).flush({ body: 'A long text', updated_at: '' });

    expect(await result).toBeUndefined();
    expect(draft.text()).toBe('A long text\n\nHi');
    expect(sending.state().kind).toBe('idle');
    draft.clear();
  });
});
