import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { FirstAdministrator, Session as SessionInfo, SessionUser, SetUp, SignIn } from '@docket/contract';
import type { Permission } from '@docket/domain';
import { toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';

export type { SessionUser, SignIn };

/** Delay before the next attempt after a failed request for the session, in ms. */
export const RETRY_MS = 5_000;

/** Storage key of the id of the last person in this tab. */
const PERSON_KEY = 'docket.person';

/** Message to other tabs: the id of the signed-in person, or a sign-out. */
type SessionNews = { readonly userId: number } | 'signed-out';

/** The session of this browser: its person and their permissions. */
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
  /** Id of the last person while this page is open, because a sign-out clears the storage. */
  private lastPerson?: string;
  /** Callbacks for after the next sign-in. */
  private readonly waiting: (() => void)[] = [];
  private readonly otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('docket.session') : undefined;

  /** Whether another person used this tab before. Drafts in its memory and its storage may be theirs. */
  readonly isTakenOver = this.takenOver.asReadonly();
  /** False until the API has reported the session. */
  readonly isKnown = computed(() => this.info() !== undefined);
  /**
   * Whether the session has ended and the page waits for the person to sign in again. Until then, the person and the permissions stay, so
   * that the page and typed text stay, too.
   */
  readonly hasEnded = this.ended.asReadonly();
  /** The signed-in person. Undefined in the open mode, which has no sign-in. */
  readonly user = computed(() => this.info()?.user);
  /** Whether the person has signed out in another tab. Stays true until the page reloads. */
  readonly isSignedOutElsewhere = this.signedOutElsewhere.asReadonly();
  /** Whether drafts and positions must not be stored, because the next person in this tab could see them. */
  readonly keepsNothing = computed(() => this.signedOutElsewhere() || this.takenOver() || this.mustSignIn());
  /** Whether Docket is in the open mode, without sign-in. */
  readonly isOpen = computed(() => this.info()?.mode === 'open');
  /** Whether a sign-in is required. */
  readonly mustSignIn = computed(() => this.info()?.mode === 'closed' && !this.user());
  /** Whether there is no administrator yet. */
  readonly needsSetUp = computed(() => this.info()?.needs_set_up ?? false);
  /** Whether the person can sign in with a password. True until the session is known. */
  readonly canUsePassword = computed(() => {
    const isSignInMethod = this.info()?.methods.includes('password') ?? true;
    return isSignInMethod && (this.user()?.has_password ?? true);
  });
  /** Display name of the identity provider. Undefined without single sign-on. */
  readonly provider = computed(() => this.info()?.provider);
  /** Whether people can request a mail to reset their password. */
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

  /** Whether to offer functions that need a permission. True until the session is known: the API checks permissions anyway. */
  can(permission: Permission): boolean {
    return this.info()?.permissions.includes(permission) ?? true;
  }

  /** Waits for a running request. */
  settled(): Promise<void> {
    return this.loading;
  }

  /** Waits until the person has signed in again or left, if their session has ended. */
  resumed(): Promise<void> {
    return this.ended() ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  /** Reloads the session. Joins a running request. Never rejects: after a failure, the session is unchanged. */
  load(): Promise<void> {
    if (!this.isLoading) this.loading = this.request();
    return this.loading;
  }

  /**
   * Signs in.
   * @throws HttpErrorResponse 401 if the email address or the password is wrong
   */
  async signIn(credentials: SignIn): Promise<void> {
    await firstValueFrom(this.http.post('/api/session', credentials));
    await this.loadAgain();
  }

  /**
   * Creates the first administrator and signs them in.
   * @throws HttpErrorResponse 410 if the link is no longer valid; 400 with errors of fields
   */
  async setUp(administrator: SetUp): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/set-up', administrator));
    await this.loadAgain();
  }

  /**
   * Closes an open Docket permanently: creates the first administrator and signs them in.
   * @throws HttpErrorResponse 409 if there is already an administrator; 400 with errors of fields
   */
  async requireSignIn(administrator: FirstAdministrator): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/require-sign-in', administrator));
    await this.loadAgain();
  }

  /** Ends the session of this browser. Succeeds if it has already ended. */
  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete('/api/session'));
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
    }
    this.otherTabs?.postMessage('signed-out' satisfies SessionNews);
    this.forget();
  }

  /** Hides the page, even from Back, and opens the sign-in page. Waiting requests fail. */
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
    if (isNews) this.otherTabs?.postMessage({ userId: user.id } satisfies SessionNews); // for any kind of sign-in
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** Reloads the session after a change. A running request may have an older response. */
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

  /** Whether nobody is signed in any more, but this tab still has a person. */
  private lacksPerson({ mode, user }: SessionInfo): boolean {
    return mode === 'closed' && !user && this.user() !== undefined;
  }

  private async request(): Promise<void> {
    this.isLoading = true;
    clearTimeout(this.retry);
    try {
      let info = await this.ask();
      // The cookie may be newer than the request: a sign-in or a step-up, in this or another tab, replaces it.
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
