import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { STATS, openPage, startPage, verifyRequests } from '../../testing/dashboard-page';

afterEach(verifyRequests);

describe('refreshing the figures', () => {
  const more = { ...STATS, total_tickets: 1285 };

  it('happens when a ticket is filed or changed, in this tab or in another one', async () => {
    const { changes, respond, text } = await openPage();

    changes.next();

    TestBed.tick();
    await respond(more);
    expect(text()).toContain('1,285');
  });

  it('happens again after a change during a load, because the response may be older', async () => {
    const { changes, http, text } = startPage();

    changes.next();
    http.expectOne('/api/tickets/stats').flush(STATS);

    (await eventually(() => http.expectOne('/api/tickets/stats'))).flush(more);
    await eventually(() => expect(text()).toContain('1,285'));
  });

  it('happens when the page becomes visible again', async () => {
    const { respond, text } = await openPage();

    document.dispatchEvent(new Event('visibilitychange')); // jsdom is always visible

    TestBed.tick();
    await respond(more);
    expect(text()).toContain('1,285');
  });

  it('does not happen when the page becomes hidden', async () => {
    const { http } = await openPage();
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

    document.dispatchEvent(new Event('visibilitychange'));

    TestBed.tick();
    http.expectNone('/api/tickets/stats');
  });

  it('happens on demand, keeps the old figures while loading, and announces the end', async () => {
    const { press, respond, text } = await openPage();

    press('Refresh');

    expect(text()).toContain('1,284');
    await respond(more);
    expect(text()).toContain('1,285');
    expect(text()).toContain('The figures are up to date.');
  });

  it('is announced only when the user asked for it', async () => {
    const { changes, press, respond, text } = await openPage();
    press('Refresh');
    await respond();

    changes.next();
    TestBed.tick();
    await respond(more);

    expect(text()).toContain('1,285');
    expect(text()).not.toContain('The figures are up to date.');
  });

  it('keeps the old figures after a failure, and reports it', async () => {
    const { changes, fail, text } = await openPage();

    changes.next();
    TestBed.tick();
    await fail(500);

    expect(text()).toMatch(/Not refreshed since \d\d:\d\d, this may be old/);
    expect(text()).toContain('1,284');
  });
});
