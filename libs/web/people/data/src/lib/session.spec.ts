import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RETRY_MS, Session } from './session';
import { sessionInterceptor } from './session-interceptor';

const PRIYA = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' } as const;
const OPEN = {
  mode: 'open',
  permissions: ['tickets:read', 'tickets:write', 'classify', 'stats:read', 'import'],
  needs_set_up: false,
};
const NOBODY = { mode: 'closed', permissions: [], needs_set_up: false };
const VIEWER = { mode: 'closed', user: PRIYA, permissions: ['tickets:read', 'stats:read'], needs_set_up: false };

let http: HttpTestingController;
let session: Session;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sessionInterceptor])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
  session = TestBed.inject(Session);
});
afterEach(() => {
  http.verify();
  sessionStorage.clear();
});

async function load(info: object): Promise<void> {
  const loaded = session.load();
  http.expectOne('/api/session').flush(info);
  await loaded;
}

const fail = (url: string, status: number) => http.expectOne(url).flush({}, { status, statusText: 'No' });
const ignore = () => undefined;

describe('the session', () => {
  it('offers everything until it is known, and asks nobody to sign in', () => {
    expect(session.can('import')).toBe(true);
    expect(session.mustSignIn()).toBe(false);
    expect(session.isKnown()).toBe(false);
  });

  it('offers everything in the open mode, without a person', async () => {
    await load(OPEN);

    expect(session.can('import')).toBe(true);
    expect(session.isOpen()).toBe(true);
    expect(session.user()).toBeUndefined();
    expect(session.mustSignIn()).toBe(false);
  });

  it('offers what the person may do', async () => {
    await load(VIEWER);

    expect(session.user()).toEqual(PRIYA);
    expect([session.can('tickets:read'), session.can('tickets:write')]).toEqual([true, false]);
  });

  it('asks to sign in when it is closed and nobody is signed in', async () => {
    await load(NOBODY);

    expect(session.mustSignIn()).toBe(true);
  });

  it('notices that another person takes over the tab', async () => {
    await load(VIEWER);
    await load(NOBODY);
    await load(VIEWER);
    expect(session.isTakenOver()).toBe(false);

    await load({ ...VIEWER, user: { ...PRIYA, id: 4 } });

    expect(session.isTakenOver()).toBe(true);
  });

  it('joins a running request', async () => {
    const both = Promise.all([session.load(), session.load()]);
    http.expectOne('/api/session').flush(OPEN);
    await both;
  });

  it('asks again some time after a failure, until it knows', async () => {
    jest.useFakeTimers();
    const loaded = session.load();
    fail('/api/session', 503);
    await loaded;
    expect(session.isKnown()).toBe(false);

    jest.advanceTimersByTime(RETRY_MS);
    http.expectOne('/api/session').flush(OPEN);
    await session.settled();

    expect(session.isKnown()).toBe(true);
    jest.useRealTimers();
  });
});

describe('signing in and out', () => {
  it('knows the person after the sign-in', async () => {
    await load(NOBODY);

    const done = session.signIn({ email: PRIYA.email, password: 'green lantern over the quay' });
    const post = http.expectOne('/api/session');
    expect(post.request.body).toEqual({ email: PRIYA.email, password: 'green lantern over the quay' });
    post.flush(null, { status: 201, statusText: 'Created' });
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne('/api/session').flush(VIEWER);
    await done;

    expect(session.user()).toEqual(PRIYA);
  });

  it('rejects a wrong password, and does not ask who is signed in', async () => {
    const done = session.signIn({ email: PRIYA.email, password: 'wrong' });
    fail('/api/session', 401);

    await expect(done).rejects.toMatchObject({ status: 401 });
  });

  it('signs out even if the session has ended', async () => {
    await load(VIEWER);

    const done = session.signOut();
    fail('/api/session', 401);

    await done;
    expect(session.mustSignIn()).toBe(true);
  });

  it('reports that signing out failed', async () => {
    await load(VIEWER);

    const done = session.signOut();
    fail('/api/session', 503);

    await expect(done).rejects.toMatchObject({ status: 503 });
    expect(session.mustSignIn()).toBe(false);
  });
});

describe('a refused request', () => {
  it('finds out that the session has ended', async () => {
    await load(VIEWER);

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: ignore });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(NOBODY);
    await session.settled();

    expect(session.mustSignIn()).toBe(true);
  });

  it('is sent once more if somebody has signed in since', async () => {
    await load(VIEWER);
    const response = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ next: response, error: ignore });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(VIEWER);
    await session.settled();
    await Promise.resolve();
    http.expectOne('/api/tickets').flush(['a ticket']);

    expect(response).toHaveBeenCalledWith(['a ticket']);
  });

  it('is not sent a third time', async () => {
    await load(VIEWER);
    const failed = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failed });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(VIEWER);
    await session.settled();
    await Promise.resolve();
    fail('/api/tickets', 401);

    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('finds out that the role has changed', async () => {
    await load({ ...VIEWER, permissions: ['tickets:read', 'tickets:write'] });

    TestBed.inject(HttpClient).patch('/api/tickets/7', {}).subscribe({ error: ignore });
    fail('/api/tickets/7', 403);
    http.expectOne('/api/session').flush(VIEWER);
    await session.settled();

    expect(session.can('tickets:write')).toBe(false);
  });

  it('asks once for several refusals, and never for other failures', async () => {
    const client = TestBed.inject(HttpClient);
    for (const url of ['/api/tickets', '/api/tickets/7', '/api/tickets/8'])
      client.get(url).subscribe({ error: ignore });

    fail('/api/tickets/8', 404);
    http.expectNone('/api/session');
    fail('/api/tickets', 401);
    fail('/api/tickets/7', 401);

    http.expectOne('/api/session').flush(NOBODY);
    await session.settled();
  });
});
