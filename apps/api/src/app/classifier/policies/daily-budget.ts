import { CallBudget } from './call-budget';

/** Limits the calls of this process per UTC day. The count is in memory: a restart resets it. */
export class DailyBudget extends CallBudget {
  private day = '';
  private used = 0;

  constructor(private readonly limit: number) {
    super();
  }

  get hasCallsLeft(): boolean {
    this.resetOnNewDay();
    return this.used < this.limit;
  }

  take(): Promise<boolean> {
    const hasCall = this.hasCallsLeft;
    if (hasCall) this.used++;
    return Promise.resolve(hasCall);
  }

  addUsage(): void {
    // Ignored: only the number of calls is limited.
  }

  private resetOnNewDay(): void {
    const today = new Date(Date.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (today === this.day) return;
    this.day = today;
    this.used = 0;
  }
}
