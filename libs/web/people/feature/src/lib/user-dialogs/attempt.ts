import { signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { isStepUpRequired } from '../step-up/step-up';

/** A request of a dialog: whether it is running, and the problem of the last one. */
export class Attempt {
  private readonly sending = signal(false);
  private readonly failure = signal<Problem | undefined>(undefined);
  readonly isSending = this.sending.asReadonly();
  readonly problem = this.failure.asReadonly();

  /**
   * Sends a request, unless one is running. A declined step-up is not shown as a problem, because the person knows the reason.
   * @returns whether the request succeeded
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

  /** Call if the problem concerns a field, which shows it. */
  forgetProblem(): void {
    this.failure.set(undefined);
  }
}
