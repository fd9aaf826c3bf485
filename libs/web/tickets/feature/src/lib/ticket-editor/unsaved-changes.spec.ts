import { signal } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LiveFeed, type LiveState } from '@docket/web/live/data';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText, press } from '../../testing/elements';
import { EIGHT, openTicket, pickInPanel, requested, verifyRequests } from '../../testing/tickets-page';

const live = signal<LiveState>({ isLive: true, since: 0 });

beforeEach(() => {
  live.set({ isLive: true, since: 0 });
  TestBed.overrideProvider(LiveFeed, { useValue: { state: live } });
});

afterEach(verifyRequests);

const NOT_CHANGED = 'The status of #8 may not have been changed.';

async function pickInVain(name: string, value: string): Promise<void> {
  const picked = pickInPanel(name, value);
  (await requested('/api/tickets/8', 'PATCH')).error(new ProgressEvent('error'));
  await picked;
}

/** Bodies of the changes that are sent until there are as many. */
async function saved(count: number): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  while (bodies.length < count) {
    const request = await requested('/api/tickets/8', 'PATCH');
    bodies.push(request.request.body);
    request.flush({ ...EIGHT, ...(request.request.body as object) }, { headers: { ETag: `"8-${bodies.length + 1}"` } });
  }
  return bodies;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

it('tries all of them again by one key', async () => {
  await openTicket();
  await pickInVain('Status', 'Closed');
  await eventually(() => expect(pageText()).toContain(NOT_CHANGED));
  await pickInVain('Priority', 'Low');
  await eventually(() => expect(pageText()).toContain('Perhaps not saved: status of #8, priority of #8'));

  press('b', document.body);

  expect(await saved(2)).toEqual([{ status: 'closed' }, { priority: 'low' }]);
  live.set({ isLive: false, since: 1 });
  TestBed.tick();
  live.set({ isLive: true, since: 2 });
  await eventually(() => expect(pageText()).toContain('Saved: status of #8, priority of #8'));
  expect(pageText()).not.toContain('may not have been changed');
});

it('are named again when the connection is back', async () => {
  await openTicket();
  live.set({ isLive: false, since: 1 });
  await pickInVain('Status', 'Closed');
  await eventually(() => expect(pageText()).toContain(NOT_CHANGED));
  const button = findByText('.docket-notice button', 'Try again');

  live.set({ isLive: true, since: 2 });

  await eventually(() => expect(findByText('.docket-notice button', 'Try again')).not.toBe(button));
  press('b', document.body);
  expect(await saved(1)).toEqual([{ status: 'closed' }]);
});

it('are named once after a reconnection', async () => {
  await openTicket();
  live.set({ isLive: false, since: 1 });
  await pickInVain('Status', 'Closed');
  await eventually(() => expect(pageText()).toContain(NOT_CHANGED));
  live.set({ isLive: true, since: 2 });
  TestBed.tick();

  live.set({ isLive: false, since: 3 });
  TestBed.tick();
  live.set({ isLive: true, since: 4 });
  TestBed.tick();

  press('b', document.body);
  await nextTask();
  TestBed.inject(HttpTestingController).expectNone('/api/tickets/8');
});

it('are no longer named once the field was changed in another way', async () => {
  await openTicket();
  await pickInVain('Status', 'Closed');
  await eventually(() => expect(pageText()).toContain(NOT_CHANGED));

  const picked = pickInPanel('Status', 'Resolved');
  expect(await saved(1)).toEqual([{ status: 'resolved' }]);
  await picked;

  await nextTask(); // its notice is on the way
  press('b', document.body);
  await nextTask();
  TestBed.inject(HttpTestingController).expectNone('/api/tickets/8');
});

it('are still named if only one of them was changed in another way', async () => {
  await openTicket();
  await pickInVain('Status', 'Closed');
  await eventually(() => expect(pageText()).toContain(NOT_CHANGED));
  await pickInVain('Priority', 'Low');
  await eventually(() => expect(pageText()).toContain('Perhaps not saved: status of #8, priority of #8'));

  const picked = pickInPanel('Status', 'Resolved');
  expect(await saved(1)).toEqual([{ status: 'resolved' }]);
  await picked;

  await eventually(() => expect(pageText()).toContain('The priority of #8 may not have been changed.'));
  press('b', document.body);
  expect(await saved(1)).toEqual([{ priority: 'low' }]);
});
