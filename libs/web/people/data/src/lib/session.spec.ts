import { NOBODY, OPEN, PRIYA, VIEWER, useSession } from '../testing/session-in-a-tab';
import { RETRY_MS } from './session';

const tab = useSession();

describe('the session', () => {
  it('offers everything until it is known, and asks nobody to sign in', () => {
    expect(tab.session.can('import')).toBe(true);
    expect(tab.session.mustSignIn()).toBe(false);
    expect(tab.session.isKnown()).toBe(false);
  });

  it('offers everything in the open mode, without a person', async () => {
    await tab.load(OPEN);

    expect(tab.session.can('import')).toBe(true);
    expect(tab.session.isOpen()).toBe(true);
    expect(tab.session.user()).toBeUndefined();
    expect(tab.session.mustSignIn()).toBe(false);
  });

  it('offers what the person may do', async () => {
    await tab.load(VIEWER);

    expect(tab.session.user()).toEqual(PRIYA);
    expect([tab.session.can('tickets:read'), tab.session.can('tickets:write')]).toEqual([true, false]);
  });

  it('asks to sign in when it is closed and nobody is signed in', async () => {
    await tab.load(NOBODY);

    expect(tab.session.mustSignIn()).toBe(true);
  });

  it('notices that another person takes over the tab', async () => {
    await tab.load(VIEWER);
    tab.session.forget();
    await tab.load(VIEWER);
    expect(tab.session.isTakenOver()).toBe(false);

    await tab.load({ ...VIEWER, user: { ...PRIYA, id: 4 } });

    expect(tab.session.isTakenOver()).toBe(true);
  });

  it('joins a running request', async () => {
    const both = Promise.all([tab.session.load(), tab.session.load()]);
    tab.http.expectOne('/api/session').flush(OPEN);
    await both;
  });

  it('asks again some time after a failure, until it knows', async () => {
    jest.useFakeTimers();
    const loaded = tab.session.load();
    tab.fail('/api/session', 503);
    await loaded;
    expect(tab.session.isKnown()).toBe(false);

    jest.advanceTimersByTime(RETRY_MS);
    tab.http.expectOne('/api/session').flush(OPEN);
    await tab.session.settled();

    expect(tab.session.isKnown()).toBe(true);
    jest.useRealTimers();
  });
});

describe('signing in and out', () => {
  it('knows the person after the sign-in', async () => {
    await tab.load(NOBODY);

    const done = tab.session.signIn({ email: PRIYA.email, password: 'green lantern over the quay' });
    const post = tab.http.expectOne('/api/session');
    expect(post.request.body).toEqual({ email: PRIYA.email, password: 'green lantern over the quay' });
    post.flush(null, { status: 201, statusText: 'Created' });
    await new Promise((resolve) => setTimeout(resolve));
    tab.http.expectOne('/api/session').flush(VIEWER);
    await done;

    expect(tab.session.user()).toEqual(PRIYA);
  });

  it('rejects a wrong password, and does not ask who is signed in', async () => {
    const done = tab.session.signIn({ email: PRIYA.email, password: 'wrong' });
    tab.fail('/api/session', 401);

    await expect(done).rejects.toMatchObject({ status: 401 });
  });

  it('signs out even if the session has ended', async () => {
    await tab.load(VIEWER);

    const done = tab.session.signOut();
    tab.fail('/api/session', 401);

    await done;
    expect(tab.session.mustSignIn()).toBe(true);
  });

  it('reports that signing out failed', async () => {
    await tab.load(VIEWER);

    const done = tab.session.signOut();
    tab.fail('/api/session', 503);

    await expect(done).rejects.toMatchObject({ status: 503 });
    expect(tab.session.mustSignIn()).toBe(false);
  });
});
