import { signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import type { Session, SignIn } from '@docket/web/people/data';
import { rememberPassword } from '../single-sign-on/last-used';

/** Attempts to sign in, and why the last one failed. */
export class SignInAttempt {
  private readonly sending = signal(false);
  private readonly failure = signal<'wrong' | 'not-kept' | 'other' | undefined>(undefined);
  private readonly failed = signal<Problem | undefined>(undefined);

  readonly isSending = this.sending.asReadonly();
  /** Why the last attempt failed. One reason for all that the API does not tell apart. */
  readonly reason = this.failure.asReadonly();
  /** What happened, for the reason `other`. */
  readonly problem = this.failed.asReadonly();

  constructor(private readonly session: Session) {}

  /** Forgets the last failure. */
  reset(): void {
    this.failure.set(undefined);
    this.failed.set(undefined);
  }

  /**
   * Stays in the state of sending after a success, until the page or the dialog has gone.
   * @returns whether the person is signed in
   */
  async send(credentials: SignIn): Promise<boolean> {
    this.reset();
    this.sending.set(true);
    try {
      await this.session.signIn(credentials);
      rememberPassword();
      if (!this.session.mustSignIn() && !this.session.hasEnded()) return true;
      this.failure.set('not-kept');
    } catch (error) {
      const problem = toProblem(error);
      const isWrong = problem.status === 400 || problem.status === 401;
      this.failure.set(isWrong ? 'wrong' : 'other');
      if (!isWrong) this.failed.set(problem);
    }
    this.sending.set(false);
    return false;
  }
}
