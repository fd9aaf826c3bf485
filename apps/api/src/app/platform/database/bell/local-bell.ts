import { ChangeBell } from './change-bell';

/** The bell of the embedded database, which one process uses. */
export class LocalBell extends ChangeBell {
  readonly pollMs = 5000;
  private readonly listeners = new Set<() => void>();

  ring(): void {
    for (const listener of this.listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
