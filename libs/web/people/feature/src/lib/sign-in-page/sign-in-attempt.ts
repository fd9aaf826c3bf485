import { signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import type { Session, SignIn } from '@docket/web/people/data';
import { rememberPassword } from '../single-sign-on/last-used';

/** Attempts to sign in, and the failure of the last one. */
export class SignInAttempt {
  private readonly sending = signal(false);
  private readonly failure = signal<'wrong' | 'not-kept' | 'other' | undefined>(undefined);
  private readonly failed = signal<Problem | undefined>(undefined);

  readonly isSending = this.sending.asReadonly();
  /** Reason for the last failure. Combines cases that the API does not distinguish. */
  readonly reason = this.failure.asReadonly();
  /** The problem, for the reason `other`. */
  readonly problem = this.failed.asReadonly();

  constructor(private readonly session: Session) {}

  /** Resets the last failure. */
  reset(): void {
    this.failure.set(undefined);
    this.failed.set(undefined);
  }

  /**
   * Signs in. After a success, stays in the sending state until the page or the dialog closes.
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
