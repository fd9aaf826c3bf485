import { NOBODY, PRIYA, VIEWER, settled, useSession } from '../testing/session-in-a-tab';

const tab = useSession();

describe('other tabs', () => {
  const ADMINISTRATOR = { name: PRIYA.name, email: PRIYA.email, password: 'green lantern over the quay' };

  /** Collects the messages that another tab receives. */
  function listen(): unknown[] {
    const heard: unknown[] = [];
    tab.openOther().addEventListener('message', (message) => heard.push((message as MessageEvent).data));
    return heard;
  }

  async function signInAt(url: string, done: Promise<void>): Promise<void> {
    tab.http.expectOne(url).flush(null, { status: 201, statusText: 'Created' });
    await settled();
    tab.http.expectOne('/api/session').flush(VIEWER);
    await done;
  }

  it('sign out together', async () => {
    const otherTab = tab.openOther();
    await tab.load(VIEWER);

    otherTab.postMessage('signed-out');

    expect(tab.session.mustSignIn()).toBe(true);
    expect(tab.session.user()).toBeUndefined();
    expect(tab.session.isSignedOutElsewhere()).toBe(true);
    expect(tab.session.keepsNothing()).toBe(true);
  });

  it('keep nothing after a sign-out, whatever a running request says', async () => {
    const otherTab = tab.openOther();
    await tab.load(VIEWER);
    const loaded = tab.session.load();

    otherTab.postMessage('signed-out');
    tab.http.expectOne('/api/session').flush(VIEWER);
    await loaded;

    expect(tab.session.keepsNothing()).toBe(true);
  });

  it('keep nothing after a sign-out before the session is known', () => {
    tab.openOther().postMessage('signed-out');

    expect(tab.session.keepsNothing()).toBe(true);
  });

  it('know another person also after the storage was cleared', async () => {
    await tab.load(VIEWER);
    sessionStorage.clear();

    await tab.load({ ...VIEWER, user: { ...PRIYA, id: 4 } });

    expect(tab.session.isTakenOver()).toBe(true);
  });

  it('ask who is signed in when one has signed in', async () => {
    const otherTab = tab.openOther();
    await tab.load(NOBODY);

    otherTab.postMessage({ userId: PRIYA.id });
    tab.http.expectOne('/api/session').flush(VIEWER);
    await tab.session.settled();

    expect(tab.session.user()).toEqual(PRIYA);
  });

  it('go on when one has signed in again after the session has ended', async () => {
    const otherTab = tab.openOther();
    await tab.load(VIEWER);
    const loaded = tab.session.load();
    await tab.endSession();
    await loaded;

    otherTab.postMessage({ userId: PRIYA.id });
    tab.http.expectOne('/api/session').flush(VIEWER);
    await tab.session.settled();

    expect(tab.session.hasEnded()).toBe(false);
  });

  it('ask nobody when a tab opens for the person that they know', async () => {
    const otherTab = tab.openOther();
    await tab.load(VIEWER);

    otherTab.postMessage({ userId: PRIYA.id });

    tab.http.expectNone('/api/session');
  });

  it.each([
    ['by the identity provider, which leads to a new page', () => tab.load(VIEWER)],
    [
      'by the set-up link',
      () => signInAt('/api/auth/set-up', tab.session.setUp({ token: 'a token', ...ADMINISTRATOR })),
    ],
    ['by requiring a sign-in', () => signInAt('/api/auth/require-sign-in', tab.session.requireSignIn(ADMINISTRATOR))],
  ])('hear of a sign-in %s', async (_way, signIn) => {
    const heard = listen();

    await signIn();

    expect(heard).toEqual([{ userId: PRIYA.id }]);
  });

  it('hear of a sign-out in this one', async () => {
    const heard = listen();

    const done = tab.session.signOut();
    tab.http.expectOne('/api/session').flush(null, { status: 204, statusText: 'No Content' });
    await done;

    expect(heard).toEqual(['signed-out']);
  });
});
