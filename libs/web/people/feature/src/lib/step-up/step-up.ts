import { ErrorHandler, Injectable, Injector, inject } from '@angular/core';
import { toProblem } from '@docket/web/http';

/** Whether a request failed because the last proof of identity is too old and the person did not confirm it. */
export function isStepUpRequired(error: unknown): boolean {
  return toProblem(error).type === '/problems/step-up-required';
}

/** Asks the signed-in person to confirm their identity. */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private readonly injector = inject(Injector);
  private readonly errorHandler = inject(ErrorHandler);
  private answer?: Promise<boolean>;

  /**
   * Opens a dialog over the page and other dialogs. Concurrent requests share it.
   * @returns whether the person confirmed
   */
  confirm(): Promise<boolean> {
    this.answer ??= this.ask().finally(() => (this.answer = undefined));
    return this.answer;
  }

  private async ask(): Promise<boolean> {
    try {
      const { openStepUp } = await import('./open-step-up');
      return await openStepUp(this.injector);
    } catch (error) {
      this.errorHandler.handleError(error); // the dialog failed to load
      return false;
    }
  }
}
