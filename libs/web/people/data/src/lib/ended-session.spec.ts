import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { NOBODY, PRIYA, VIEWER, settled, useSession } from '../testing/session-in-a-tab';

const tab = useSession();

describe('a session that has ended', () => {
  const responses = jest.fn();
  const failures = jest.fn();

  /** Sends requests that are refused because the session has ended. */
  async function end(...urls: string[]): Promise<void> {
    await tab.load(VIEWER);
    const client = TestBed.inject(HttpClient);
    for (const url of urls)
      client.post(url, { title: 'Half a thought' }).subscribe({ next: responses, error: failures });
    for (const url of urls) tab.fail(url, 401);
    await tab.endSession();
  }

  async function signIn(user: object = PRIYA): Promise<void> {
    const done = tab.session.signIn({ email: PRIYA.email, password: 'green lantern over the quay' });
    tab.http.expectOne('/api/session').flush(null, { status: 201, statusText: 'Created' });
    await settled();
    tab.http.expectOne('/api/session').flush({ ...VIEWER, user });
    await done;
    await settled();
  }

  beforeEach(() => jest.clearAllMocks());

  it('keeps the page and its person, and lets the request wait', async () => {
    await end('/api/tickets');

    expect(tab.session.hasEnded()).toBe(true);
    expect(tab.session.mustSignIn()).toBe(false);
    expect(tab.session.user()).toEqual(PRIYA);
    expect(tab.session.can('tickets:read')).toBe(true);
    expect(failures).not.toHaveBeenCalled();
  });

  it('is not believed from a response that is older than a new cookie', async () => {
    await tab.load(VIEWER);
    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ next: responses, error: failures });
    tab.fail('/api/tickets', 401);
    tab.http.expectOne('/api/session').flush(NOBODY); // sent with the previous cookie
    await settled();
    expect(tab.session.hasEnded()).toBe(false);

    tab.http.expectOne('/api/session').flush(VIEWER);
    await settled();
    tab.http.expectOne('/api/tickets').flush('the list');

    expect(tab.session.hasEnded()).toBe(false);
    expect(responses.mock.calls).toEqual([['the list']]);
  });

  it('sends the requests again when the person has signed in', async () => {
    await end('/api/tickets', '/api/tickets/classify');

    await signIn();

    expect(tab.session.hasEnded()).toBe(false);
    const again = tab.http.expectOne('/api/tickets');
    expect(again.request.body).toEqual({ title: 'Half a thought' });
    again.flush('filed');
    tab.http.expectOne('/api/tickets/classify').flush('classified');
    expect(responses.mock.calls).toEqual([['filed'], ['classified']]);
  });

  it('does not send a request again that nobody waits for', async () => {
    await tab.load(VIEWER);
    const request = TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failures });
    tab.fail('/api/tickets', 401);
    await tab.endSession();

    request.unsubscribe();
    await signIn();

    tab.http.expectNone('/api/tickets');
  });

  it('fails the requests when the person leaves', async () => {
    await end('/api/tickets');

    tab.session.forget();
    await settled();

    expect(tab.session.mustSignIn()).toBe(true);
    expect(tab.session.hasEnded()).toBe(false);
    expect(failures).toHaveBeenCalledTimes(1);
  });

  it('sends nothing again for another person, who takes over the tab', async () => {
    await end('/api/tickets');

    await signIn({ ...PRIYA, id: 4 });

    expect(tab.session.isTakenOver()).toBe(true);
    tab.http.expectNone('/api/tickets');
    expect(failures).toHaveBeenCalledTimes(1);
  });

  it('goes on when the person has signed in in another tab', async () => {
    await end('/api/tickets');

    await tab.load(VIEWER);
    await settled();

    expect(tab.session.hasEnded()).toBe(false);
    tab.http.expectOne('/api/tickets').flush('filed');
  });
});
