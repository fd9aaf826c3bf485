import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aReply, anEntry, eventually, expectNoRequests, openTab, requested } from '../testing/conversation';
import { ConversationApi } from './conversation-api';

const URL = '/api/tickets/7/timeline';
const next = (before: number) => ({ headers: { Link: `<${URL}?before=${before}>; rel="next"` } });

function openTimeline(ticketId = signal(7), isWriting = () => false) {
  const timeline = TestBed.runInInjectionContext(() => TestBed.inject(ConversationApi).timeline(ticketId, isWriting));
  TestBed.tick();
  return { timeline, ids: () => timeline.entries()?.map(({ id }) => id) };
}

beforeEach(openTab);
afterEach(expectNoRequests);

describe('Timeline', () => {
  it('turns the pages around, and loads earlier ones before the first entry', async () => {
    const { timeline, ids } = openTimeline();
    (await requested(URL)).flush([aReply(9, 'c'), aReply(8, 'b')], next(8));
    await eventually(() => expect(ids()).toEqual([8, 9]));
    expect(timeline.hasEarlier()).toBe(true);
    expect(timeline.seenId()).toBe(9);

    void timeline.loadEarlier();
    expect(timeline.earlierState()).toBe('loading');
    (await requested(`${URL}?before=8`)).flush([anEntry({ id: 2 })]);

    await eventually(() => expect(ids()).toEqual([2, 8, 9]));
    expect(timeline.hasEarlier()).toBe(false);
  });

  it('does not count as seen what arrives while the user writes', async () => {
    const isWriting = signal(true);
    const { timeline, ids } = openTimeline(signal(7), isWriting);
    (await requested(URL)).flush([aReply(8, 'b')]);
    await eventually(() => expect(timeline.seenId()).toBe(8));

    timeline.reloadAfterChange();
    (await requested(URL)).flush([aReply(9, 'c'), aReply(8, 'b')]);
    await eventually(() => expect(ids()).toEqual([8, 9]));
    expect(timeline.seenId()).toBe(8);
    expect(timeline.unseenReplies().map(({ id }) => id)).toEqual([9]);

    isWriting.set(false);
    timeline.reloadAfterChange();
    (await requested(URL)).flush([aReply(9, 'c'), aReply(8, 'b')]);
    await eventually(() => expect(timeline.seenId()).toBe(9));
    expect(timeline.unseenReplies()).toEqual([]);
  });

  it('keeps earlier entries when the newest ones load again', async () => {
    const { timeline, ids } = openTimeline();
    (await requested(URL)).flush([aReply(9, 'c')], next(9));
    await eventually(() => expect(ids()).toEqual([9]));
    void timeline.loadEarlier();
    (await requested(`${URL}?before=9`)).flush([anEntry({ id: 2 })]);
    await eventually(() => expect(ids()).toEqual([2, 9]));

    timeline.reload();
    TestBed.tick();
    (await requested(URL)).flush([aReply(12, 'd'), aReply(9, 'c')], next(9));

    await eventually(() => expect(ids()).toEqual([2, 9, 12]));
    expect(timeline.hasEarlier()).toBe(false);
  });

  it('drops what is known rather than hide a gap', async () => {
    const { timeline, ids } = openTimeline();
    (await requested(URL)).flush([aReply(9, 'c')]);
    await eventually(() => expect(ids()).toEqual([9]));

    timeline.reload();
    TestBed.tick();
    (await requested(URL)).flush([aReply(80, 'z'), aReply(79, 'y')], next(79));

    await eventually(() => expect(ids()).toEqual([79, 80]));
    expect(timeline.hasEarlier()).toBe(true);
  });

  it('counts an own note as shown, but not what may have arrived before it as seen', async () => {
    const { timeline, ids } = openTimeline();
    (await requested(URL)).flush([aReply(9, 'c')]);
    await eventually(() => expect(ids()).toEqual([9]));

    timeline.add(7, [anEntry({ id: 12, kind: 'message.added' })]);
    expect(ids()).toEqual([9, 12]);
    expect(timeline.seenId()).toBe(9);

    timeline.add(7, [aReply(13, 'd')], 13);
    expect(timeline.seenId()).toBe(13);
    timeline.add(8, [aReply(99, 'of another ticket')], 99);
    expect(ids()).toEqual([9, 12, 13]);
  });

  it('shows nothing of another ticket', async () => {
    const ticketId = signal(7);
    const { timeline, ids } = openTimeline(ticketId);
    (await requested(URL)).flush([aReply(9, 'c')]);
    await eventually(() => expect(ids()).toEqual([9]));

    ticketId.set(8);
    expect(ids()).toBeUndefined();
    expect(timeline.seenId()).toBeUndefined();

    (await requested('/api/tickets/8/timeline')).flush([]);
    await eventually(() => expect(ids()).toEqual([]));
  });

  it('keeps the entries when loading fails, and tries again', async () => {
    const { timeline, ids } = openTimeline();
    (await requested(URL)).flush([aReply(9, 'c')], next(9));
    await eventually(() => expect(ids()).toEqual([9]));

    void timeline.loadEarlier();
    (await requested(`${URL}?before=9`)).error(new ProgressEvent('error'));
    await eventually(() => expect(timeline.earlierState()).toBe('failed'));
    timeline.reload();
    TestBed.tick();
    (await requested(URL)).flush({}, { status: 503, statusText: 'Unavailable' });
    await eventually(() => expect(timeline.failure()?.status).toBe(503));
    expect(ids()).toEqual([9]);
  });
});
