import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { NOBODY, PRIYA, VIEWER, settled, useSession } from '../testing/session-in-a-tab';

const ignore = () => undefined;

const tab = useSession();

describe('a refused request', () => {
  it('leads to the sign-in page on a first visit', async () => {
    const failed = jest.fn();
    const loaded = tab.session.load();
    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failed });
    tab.fail('/api/tickets', 401);
    tab.http.expectOne('/api/session').flush(NOBODY);
    await loaded;
    await settled();

    expect(tab.session.mustSignIn()).toBe(true);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('is sent once more if somebody has signed in since', async () => {
    await tab.load(VIEWER);
    const response = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ next: response, error: ignore });
    tab.fail('/api/tickets', 401);
    tab.http.expectOne('/api/session').flush(VIEWER);
    await settled();
    tab.http.expectOne('/api/tickets').flush(['a ticket']);

    expect(response).toHaveBeenCalledWith(['a ticket']);
  });

  it('is not sent a third time', async () => {
    await tab.load(VIEWER);
    const failed = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failed });
    tab.fail('/api/tickets', 401);
    tab.http.expectOne('/api/session').flush(VIEWER);
    await settled();
    tab.fail('/api/tickets', 401);

    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('is not sent again for another person', async () => {
    await tab.load(VIEWER);
    const failed = jest.fn();

    TestBed.inject(HttpClient).post('/api/tickets', {}).subscribe({ error: failed });
    tab.fail('/api/tickets', 401);
    tab.http.expectOne('/api/session').flush({ ...VIEWER, user: { ...PRIYA, id: 4 } });
    await settled();

    tab.http.expectNone('/api/tickets');
    expect(failed).toHaveBeenCalledTimes(1);
    expect(tab.session.isTakenOver()).toBe(true);
  });

  it('finds out that the role has changed', async () => {
    await tab.load({ ...VIEWER, permissions: ['tickets:read', 'tickets:write'] });

    TestBed.inject(HttpClient).patch('/api/tickets/7', {}).subscribe({ error: ignore });
    tab.fail('/api/tickets/7', 403);
    tab.http.expectOne('/api/session').flush(VIEWER);
    await tab.session.settled();

    expect(tab.session.can('tickets:write')).toBe(false);
  });

  it('asks once for several refusals, and never for other failures', async () => {
    const client = TestBed.inject(HttpClient);
    for (const url of ['/api/tickets', '/api/tickets/7', '/api/tickets/8'])
      client.get(url).subscribe({ error: ignore });

    tab.fail('/api/tickets/8', 404);
    tab.http.expectNone('/api/session');
    tab.fail('/api/tickets', 401);
    tab.fail('/api/tickets/7', 401);

    tab.http.expectOne('/api/session').flush(NOBODY);
    await tab.session.settled();
  });
});
