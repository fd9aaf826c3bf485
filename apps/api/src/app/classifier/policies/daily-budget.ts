/** A cap on the calls in one UTC day. It counts in memory: a restart, or a second process, begins at zero. */
export class DailyBudget {
  private day = '';
  private spent = 0;

  constructor(private readonly limit: number) {}

  get hasRoom(): boolean {
    this.turnDay();
    return this.spent < this.limit;
  }

  /** Takes one call from the budget of today; false when there is none left. */
  take(): boolean {
    if (!this.hasRoom) return false;
    this.spent++;
    return true;
  }

  private turnDay(): void {
    const today = new Date(Date.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (today === this.day) return;
    this.day = today;
    this.spent = 0;
  }
}
