import { signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { isStepUpRequired } from '../step-up/step-up';

/** A request of a dialog: whether it is running, and why the last one failed. */
export class Attempt {
  private readonly sending = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  readonly isSending = this.sending.asReadonly();
  readonly problem = this.failure.asReadonly();

  /**
   * Sends a request, unless one is running. Whoever does not confirm their identity knows why nothing happened.
   * @returns whether it succeeded
   */
  async run(send: () => Promise<void>): Promise<boolean> {
    if (this.sending()) return false;
    this.sending.set(true);
    this.failure.set(undefined);
    try {
      await send();
      return true;
    } catch (error) {
      if (!isStepUpRequired(error)) this.failure.set(toProblem(error));
      return false;
    } finally {
      this.sending.set(false);
    }
  }

  /** The problem concerns a field, which shows it. */
  forgetProblem(): void {
    this.failure.set(undefined);
  }
}
