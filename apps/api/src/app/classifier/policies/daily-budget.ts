/** Limits the calls per UTC day. The count is in memory: each process has its own and a restart resets it. */
export class DailyBudget {
  private day = '';
  private used = 0;

  constructor(private readonly limit: number) {}

  get hasCallsLeft(): boolean {
    this.resetOnNewDay();
    return this.used < this.limit;
  }

  /** Uses one call of today's budget. Returns false if none is left. */
  consume(): boolean {
    if (!this.hasCallsLeft) return false;
    this.used++;
    return true;
  }

  private resetOnNewDay(): void {
    const today = new Date(Date.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (today === this.day) return;
    this.day = today;
    this.used = 0;
  }
}
