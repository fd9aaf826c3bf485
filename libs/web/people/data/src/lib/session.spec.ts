import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RETRY_MS, Session } from './session';
import { sessionInterceptor } from './session-interceptor';

const PRIYA = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' } as const;
const OPEN = {
  mode: 'open',
  permissions: ['tickets:read', 'tickets:write', 'classify', 'stats:read', 'import'],
  methods: ['password'],
  needs_set_up: false,
};
const NOBODY = { mode: 'closed', permissions: [], methods: ['password'], needs_set_up: false };
const VIEWER = {
  mode: 'closed',
  user: PRIYA,
  permissions: ['tickets:read', 'stats:read'],
  methods: ['password'],
  needs_set_up: false,
};

/** A fake of the browser's class: delivers a message to all other channels. */
class FakeChannel extends EventTarget {
  static readonly open: FakeChannel[] = [];
  constructor() {
    super();
    FakeChannel.open.push(this);
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.open) {
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  close(): void {
    FakeChannel.open.splice(FakeChannel.open.indexOf(this), 1);
  }
}

const openTab = () => new FakeChannel();

let http: HttpTestingController;
let session: Session;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sessionInterceptor])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  session = TestBed.inject(Session);
});
afterEach(() => {
  http.verify();
  sessionStorage.clear();
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
});

async function load(info: object): Promise<void> {
  const loaded = session.load();
  http.expectOne('/api/session').flush(info);
  await loaded;
}

/** The API says twice that nobody is signed in: the session asks again before it believes that it has ended. */
async function endSession(): Promise<void> {
  http.expectOne('/api/session').flush(NOBODY);
  await settled();
  http.expectOne('/api/session').flush(NOBODY);
  await settled();
}

const fail = (url: string, status: number) => http.expectOne(url).flush({}, { status, statusText: 'No' });
const ignore = () => undefined;
/** Lets promises go on that a response has settled. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

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
    session.forget();
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
  it('leads to the sign-in page on a first visit', async () => {
    const failed = jest.fn();
    const loaded = session.load();
    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failed });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(NOBODY);
    await loaded;
    await settled();

    expect(session.mustSignIn()).toBe(true);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('is sent once more if somebody has signed in since', async () => {
    await load(VIEWER);
    const response = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ next: response, error: ignore });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(VIEWER);
    await settled();
    http.expectOne('/api/tickets').flush(['a ticket']);

    expect(response).toHaveBeenCalledWith(['a ticket']);
  });

  it('is not sent a third time', async () => {
    await load(VIEWER);
    const failed = jest.fn();

    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failed });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(VIEWER);
    await settled();
    fail('/api/tickets', 401);

    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('is not sent again for another person', async () => {
    await load(VIEWER);
    const failed = jest.fn();

    TestBed.inject(HttpClient).post('/api/tickets', {}).subscribe({ error: failed });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush({ ...VIEWER, user: { ...PRIYA, id: 4 } });
    await settled();

    http.expectNone('/api/tickets');
    expect(failed).toHaveBeenCalledTimes(1);
    expect(session.isTakenOver()).toBe(true);
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

describe('a session that has ended', () => {
  const responses = jest.fn();
  const failures = jest.fn();

  /** Sends requests whose refusal shows that the session has ended. */
  async function end(...urls: string[]): Promise<void> {
    await load(VIEWER);
    const client = TestBed.inject(HttpClient);
    for (const url of urls)
      client.post(url, { title: 'Half a thought' }).subscribe({ next: responses, error: failures });
    for (const url of urls) fail(url, 401);
    await endSession();
  }

  async function signIn(user: object = PRIYA): Promise<void> {
    const done = session.signIn({ email: PRIYA.email, password: 'green lantern over the quay' });
    http.expectOne('/api/session').flush(null, { status: 201, statusText: 'Created' });
    await settled();
    http.expectOne('/api/session').flush({ ...VIEWER, user });
    await done;
    await settled();
  }

  beforeEach(() => jest.clearAllMocks());

  it('keeps the page and its person, and lets the request wait', async () => {
    await end('/api/tickets');

    expect(session.hasEnded()).toBe(true);
    expect(session.mustSignIn()).toBe(false);
    expect(session.user()).toEqual(PRIYA);
    expect(session.can('tickets:read')).toBe(true);
    expect(failures).not.toHaveBeenCalled();
  });

  it('is not believed from a response that is older than a new cookie', async () => {
    await load(VIEWER);
    TestBed.inject(HttpClient).get('/api/tickets').subscribe({ next: responses, error: failures });
    fail('/api/tickets', 401);
    http.expectOne('/api/session').flush(NOBODY); // sent with the cookie from before
    await settled();
    expect(session.hasEnded()).toBe(false);

    http.expectOne('/api/session').flush(VIEWER);
    await settled();
    http.expectOne('/api/tickets').flush('the list');

    expect(session.hasEnded()).toBe(false);
    expect(responses.mock.calls).toEqual([['the list']]);
  });

  it('sends the requests again when the person has signed in', async () => {
    await end('/api/tickets', '/api/tickets/classify');

    await signIn();

    expect(session.hasEnded()).toBe(false);
    const again = http.expectOne('/api/tickets');
    expect(again.request.body).toEqual({ title: 'Half a thought' });
    again.flush('filed');
    http.expectOne('/api/tickets/classify').flush('classified');
    expect(responses.mock.calls).toEqual([['filed'], ['classified']]);
  });

  it('does not send a request again that nobody waits for', async () => {
    await load(VIEWER);
    const request = TestBed.inject(HttpClient).get('/api/tickets').subscribe({ error: failures });
    fail('/api/tickets', 401);
    await endSession();

    request.unsubscribe();
    await signIn();

    http.expectNone('/api/tickets');
  });

  it('fails the requests when the person leaves', async () => {
    await end('/api/tickets');

    session.forget();
    await settled();

    expect(session.mustSignIn()).toBe(true);
    expect(session.hasEnded()).toBe(false);
    expect(failures).toHaveBeenCalledTimes(1);
  });

  it('sends nothing again for another person, who takes over the tab', async () => {
    await end('/api/tickets');

    await signIn({ ...PRIYA, id: 4 });

    expect(session.isTakenOver()).toBe(true);
    http.expectNone('/api/tickets');
    expect(failures).toHaveBeenCalledTimes(1);
  });

  it('goes on when the person has signed in in another tab', async () => {
    await end('/api/tickets');

    await load(VIEWER);
    await settled();

    expect(session.hasEnded()).toBe(false);
    http.expectOne('/api/tickets').flush('filed');
  });
});

describe('other tabs', () => {
  const ADMINISTRATOR = { name: PRIYA.name, email: PRIYA.email, password: 'green lantern over the quay' };

  /** Collects what another tab hears. */
  function listen(): unknown[] {
    const heard: unknown[] = [];
    openTab().addEventListener('message', (message) => heard.push((message as MessageEvent).data));
    return heard;
  }

  async function signInAt(url: string, done: Promise<void>): Promise<void> {
    http.expectOne(url).flush(null, { status: 201, statusText: 'Created' });
    await settled();
    http.expectOne('/api/session').flush(VIEWER);
    await done;
  }

  it('sign out together', async () => {
    const otherTab = openTab();
    await load(VIEWER);

    otherTab.postMessage('signed-out');

    expect(session.mustSignIn()).toBe(true);
    expect(session.user()).toBeUndefined();
  });

  it('ask who is signed in when one has signed in', async () => {
    const otherTab = openTab();
    await load(NOBODY);

    otherTab.postMessage({ userId: PRIYA.id });
    http.expectOne('/api/session').flush(VIEWER);
    await session.settled();

    expect(session.user()).toEqual(PRIYA);
  });

  it('go on when one has signed in again after the session has ended', async () => {
    const otherTab = openTab();
    await load(VIEWER);
    const loaded = session.load();
    await endSession();
    await loaded;

    otherTab.postMessage({ userId: PRIYA.id });
    http.expectOne('/api/session').flush(VIEWER);
    await session.settled();

    expect(session.hasEnded()).toBe(false);
  });

  it('ask nobody when a tab opens for the person that they know', async () => {
    const otherTab = openTab();
    await load(VIEWER);

    otherTab.postMessage({ userId: PRIYA.id });

    http.expectNone('/api/session');
  });

  it.each([
    ['by the identity provider, which leads to a new page', () => load(VIEWER)],
    ['by the set-up link', () => signInAt('/api/auth/set-up', session.setUp({ token: 'a token', ...ADMINISTRATOR }))],
    ['by requiring a sign-in', () => signInAt('/api/auth/require-sign-in', session.requireSignIn(ADMINISTRATOR))],
  ])('hear of a sign-in %s', async (_way, signIn) => {
    const heard = listen();

    await signIn();

    expect(heard).toEqual([{ userId: PRIYA.id }]);
  });

  it('hear of a sign-out in this one', async () => {
    const heard = listen();

    const done = session.signOut();
    http.expectOne('/api/session').flush(null, { status: 204, statusText: 'No Content' });
    await done;

    expect(heard).toEqual(['signed-out']);
  });
});
