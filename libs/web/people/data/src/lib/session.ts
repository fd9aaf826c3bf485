import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { FirstAdministrator, Session as SessionInfo, SessionUser, SetUp, SignIn } from '@docket/contract';
import type { Permission } from '@docket/domain';
import { toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';

export type { SessionUser, SignIn };

/** Time before the session is requested again after a failure, in ms. */
export const RETRY_MS = 5_000;

/** The id of the last person in this tab. */
const PERSON_KEY = 'docket.person';

/** What a tab tells the others: who is signed in now, or that nobody is. */
type SessionNews = { readonly userId: number } | 'signed-out';

/** Who uses this browser, and what they may do. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly info = signal<SessionInfo | undefined>(undefined);
  private loading: Promise<void> = Promise.resolve();
  private isLoading = false;
  private retry?: ReturnType<typeof setTimeout>;
  private readonly takenOver = signal(false);
  private readonly ended = signal(false);
  private readonly signedOutElsewhere = signal(false);
  /** The id of the last person while this page is open. A sign-out clears the storage. */
  private lastPerson?: string;
  /** What waits until the person has signed in again. */
  private readonly waiting: (() => void)[] = [];
  private readonly otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('docket.session') : undefined;

  /** Whether this tab was somebody else's before. Drafts in its memory and its storage may be theirs. */
  readonly isTakenOver = this.takenOver.asReadonly();
  /** False until the API has said who is signed in. */
  readonly isKnown = computed(() => this.info() !== undefined);
  /**
   * Whether the person's session has ended, and the page waits for them to sign in again. Until then, they and their permissions
   * stay as they were, so that the page and what they typed stay too.
   */
  readonly hasEnded = this.ended.asReadonly();
  /** The signed-in person. Undefined in the open mode, where nobody signs in. */
  readonly user = computed(() => this.info()?.user);
  /** Whether the person has signed out in another tab. Stays true until the page loads anew. */
  readonly isSignedOutElsewhere = this.signedOutElsewhere.asReadonly();
  /** Whether drafts and positions must not be stored: they are not for the next person in this tab. */
  readonly keepsNothing = computed(() => this.signedOutElsewhere() || this.takenOver() || this.mustSignIn());
  /** Whether nobody needs to sign in. */
  readonly isOpen = computed(() => this.info()?.mode === 'open');
  /** Whether nobody is signed in although people must be. */
  readonly mustSignIn = computed(() => this.info()?.mode === 'closed' && !this.user());
  /** Whether the first administrator is still missing. */
  readonly needsSetUp = computed(() => this.info()?.needs_set_up ?? false);
  /** Whether a password signs people in, and the person has one. True until the session is known. */
  readonly canUsePassword = computed(() => {
    const isSignInMethod = this.info()?.methods.includes('password') ?? true;
    return isSignInMethod && (this.user()?.has_password ?? true);
  });
  /** What people call the identity provider. Undefined without single sign-on. */
  readonly provider = computed(() => this.info()?.provider);
  /** Whether people who forgot their password can ask for a link by mail. */
  readonly canReset = computed(() => this.info()?.can_reset ?? false);
  /** Whether people without an account may file tickets. Undefined until the session is known. */
  readonly hasPublicForm = computed(() => this.info()?.has_public_form);
  /** Whether a language model can summarise tickets and draft replies. */
  readonly hasModel = computed(() => this.info()?.has_model ?? false);

  constructor() {
    this.otherTabs?.addEventListener('message', ({ data }: MessageEvent<SessionNews>) => {
      if (data === 'signed-out') {
        this.signedOutElsewhere.set(true);
        this.forget();
      } else if (data.userId !== this.user()?.id || this.ended()) void this.load();
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.retry);
      this.otherTabs?.close();
    });
  }

  /** Whether to offer what needs a permission. True until the session is known: the API has the last word. */
  can(permission: Permission): boolean {
    return this.info()?.permissions.includes(permission) ?? true;
  }

  /** Waits for the running request, if there is one. */
  settled(): Promise<void> {
    return this.loading;
  }

  /** Waits until the person has signed in again, if their session has ended, or has left. */
  resumed(): Promise<void> {
    return this.ended() ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  /** Asks the API who is signed in. Joins a running request. Never rejects: after a failure, the session stays as it was. */
  load(): Promise<void> {
    if (!this.isLoading) this.loading = this.request();
    return this.loading;
  }

  /**
   * Starts a session in this browser.
   * @throws HttpErrorResponse 401 if the email address or the password is wrong
   */
  async signIn(credentials: SignIn): Promise<void> {
    await firstValueFrom(this.http.post('/api/session', credentials));
    await this.loadAgain();
  }

  /**
   * Makes the first administrator, and signs them in.
   * @throws HttpErrorResponse 410 if the link no longer works; 400 with errors of fields
   */
  async setUp(administrator: SetUp): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/set-up', administrator));
    await this.loadAgain();
  }

  /**
   * Closes an open Docket for good: makes the first administrator, and signs them in.
   * @throws HttpErrorResponse 409 if there is an administrator already; 400 with errors of fields
   */
  async requireSignIn(administrator: FirstAdministrator): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/require-sign-in', administrator));
    await this.loadAgain();
  }

  /** Ends the session of this browser. Succeeds if it has ended already. */
  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete('/api/session'));
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
    }
    this.otherTabs?.postMessage('signed-out' satisfies SessionNews);
    this.forget();
  }

  /** Hides the page, also from Back, and leads to the sign-in page. What waits for the person fails. */
  forget(): void {
    const info = this.info();
    if (info) this.become({ ...withoutUser(info), mode: 'closed', permissions: [], needs_set_up: false });
  }

  private become(info: SessionInfo): void {
    const { user } = info;
    const isNews = user && (user.id !== this.user()?.id || this.ended());
    this.rememberPerson(user);
    this.info.set(info);
    this.ended.set(false);
    if (isNews) this.otherTabs?.postMessage({ userId: user.id } satisfies SessionNews); // by whatever way they signed in
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** A running request may have been answered before the change. */
  private async loadAgain(): Promise<void> {
    await this.loading;
    await this.load();
  }

  private rememberPerson(user: SessionUser | undefined): void {
    if (!user) return;
    const id = String(user.id);
    let last = this.lastPerson;
    this.lastPerson = id;
    try {
      last ??= sessionStorage.getItem(PERSON_KEY) ?? undefined;
      sessionStorage.setItem(PERSON_KEY, id);
    } catch {
      // Without storage, drafts last until the page is closed.
    }
    this.takenOver.set(last !== undefined && last !== id);
  }

  private ask(): Promise<SessionInfo> {
    return firstValueFrom(this.http.get<SessionInfo>('/api/session'));
  }

  /** Whether nobody is signed in, but this tab still has a person. */
  private lacksPerson({ mode, user }: SessionInfo): boolean {
    return mode === 'closed' && !user && this.user() !== undefined;
  }

  private async request(): Promise<void> {
    this.isLoading = true;
    clearTimeout(this.retry);
    try {
      let info = await this.ask();
      // The cookie may be newer than the request: a sign-in or a new proof of identity, here or in another tab, replaces it.
      if (this.lacksPerson(info) && !this.ended()) info = await this.ask();
      if (this.lacksPerson(info)) this.ended.set(true);
      else this.become(info);
    } catch {
      if (!this.isKnown()) this.retry = setTimeout(() => void this.load(), RETRY_MS);
    } finally {
      this.isLoading = false;
    }
  }
}

function withoutUser({ user: _user, ...info }: SessionInfo): SessionInfo {
  return info;
}
