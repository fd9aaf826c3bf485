import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Session as SessionInfo, SessionUser, SetUp, SignIn } from '@docket/contract';
import type { Permission } from '@docket/domain';
import { toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';

export type { SessionUser };

/** Time before the session is requested again after a failure, in ms. */
export const RETRY_MS = 5_000;

/** The id of the last person in this tab. */
const PERSON_KEY = 'docket.person';

/** Who uses this browser, and what they may do. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly info = signal<SessionInfo | undefined>(undefined);
  private loading: Promise<void> = Promise.resolve();
  private isLoading = false;
  private retry?: ReturnType<typeof setTimeout>;
  private readonly takenOver = signal(false);

  /** Whether this tab was somebody else's before. Drafts in its memory and its storage may be theirs. */
  readonly isTakenOver = this.takenOver.asReadonly();
  /** False until the API has said who is signed in. */
  readonly isKnown = computed(() => this.info() !== undefined);
  /** The signed-in person. Undefined in the open mode, where nobody signs in. */
  readonly user = computed(() => this.info()?.user);
  /** Whether nobody needs to sign in. */
  readonly isOpen = computed(() => this.info()?.mode === 'open');
  /** Whether nobody is signed in although people must be. */
  readonly mustSignIn = computed(() => this.info()?.mode === 'closed' && !this.user());
  /** Whether the first administrator is still missing. */
  readonly needsSetUp = computed(() => this.info()?.needs_set_up ?? false);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.retry));
  }

  /** Whether to offer what needs a permission. True until the session is known: the API has the last word. */
  can(permission: Permission): boolean {
    return this.info()?.permissions.includes(permission) ?? true;
  }

  /** Waits for the running request, if there is one. */
  settled(): Promise<void> {
    return this.loading;
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

  /** Ends the session of this browser. Succeeds if it has ended already. */
  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete('/api/session'));
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
    }
    this.info.set({ mode: 'closed', permissions: [], needs_set_up: false }); // hides the page, also from Back
  }

  /** A running request may have been answered before the change. */
  private async loadAgain(): Promise<void> {
    await this.loading;
    await this.load();
  }

  private rememberPerson(user: SessionUser | undefined): void {
    if (!user) return;
    const id = String(user.id);
    try {
      const last = sessionStorage.getItem(PERSON_KEY);
      this.takenOver.set(last !== null && last !== id);
      sessionStorage.setItem(PERSON_KEY, id);
    } catch {
      // Without storage, drafts last until the page is closed.
    }
  }

  private async request(): Promise<void> {
    this.isLoading = true;
    clearTimeout(this.retry);
    try {
      const info = await firstValueFrom(this.http.get<SessionInfo>('/api/session'));
      this.rememberPerson(info.user);
      this.info.set(info);
    } catch {
      if (!this.isKnown()) this.retry = setTimeout(() => void this.load(), RETRY_MS);
    } finally {
      this.isLoading = false;
    }
  }
}
