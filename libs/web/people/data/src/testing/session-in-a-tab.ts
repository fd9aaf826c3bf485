import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '../lib/session';
import { sessionInterceptor } from '../lib/session-interceptor';

export const PRIYA = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' } as const;
export const OPEN = {
  mode: 'open',
  permissions: ['tickets:read', 'tickets:write', 'classify', 'stats:read', 'import'],
  methods: ['password'],
  needs_set_up: false,
};
export const NOBODY = { mode: 'closed', permissions: [], methods: ['password'], needs_set_up: false };
export const VIEWER = {
  mode: 'closed',
  user: PRIYA,
  permissions: ['tickets:read', 'stats:read'],
  methods: ['password'],
  needs_set_up: false,
};

/** A fake BroadcastChannel that delivers messages to all other channels. */
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

/** Lets settled promises continue. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** The session of a tab, with a fake API and fake other tabs. */
class SessionInATab {
  http!: HttpTestingController;
  session!: Session;

  open(): void {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([sessionInterceptor])), provideHttpClientTesting()],
    });
    this.http = TestBed.inject(HttpTestingController);
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
    this.session = TestBed.inject(Session);
  }

  close(): void {
    this.http.verify();
    sessionStorage.clear();
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  }

  openOther(): FakeChannel {
    return new FakeChannel();
  }

  /** @param info the API's response for the session */
  async load(info: object): Promise<void> {
    const loaded = this.session.load();
    this.http.expectOne('/api/session').flush(info);
    await loaded;
  }

  /** Ends the session. The API reports twice that nobody is signed in, because the client asks again before it accepts that. */
  async endSession(): Promise<void> {
    this.http.expectOne('/api/session').flush(NOBODY);
    await settled();
    this.http.expectOne('/api/session').flush(NOBODY);
    await settled();
  }

  fail(url: string, status: number): void {
    this.http.expectOne(url).flush({}, { status, statusText: 'No' });
  }
}

/** Opens a new tab for each test of the file. */
export function useSession(): SessionInATab {
  const tab = new SessionInATab();
  beforeEach(() => tab.open());
  afterEach(() => tab.close());
  return tab;
}
