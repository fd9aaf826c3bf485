import type { ModelUsage } from '../model-usage';

/** Limits the calls to the model. */
export abstract class CallBudget {
  /** Whether a call may start, as far as this process knows. */
  abstract get hasCallsLeft(): boolean;

  /** Uses one call. Resolves to false if none is left. Never rejects. */
  abstract take(): Promise<boolean>;

  /** Adds the usage of a call. Returns at once and never throws. */
  abstract addUsage(usage: ModelUsage): void;
}
