/** Services and resources that a request may wait for. */
export type Dependency = 'database' | 'connection pool' | 'model';

/** Adds up how long a request waits for each dependency, so that a late response can name the slow one. */
export class Waits {
  private readonly totals = new Map<Dependency, number>();
  private readonly running = new Map<symbol, { readonly dependency: Dependency; readonly since: number }>();

  /** @returns a function that ends this wait */
  start(dependency: Dependency): () => void {
    const key = Symbol();
    const since = performance.now();
    this.running.set(key, { dependency, since });
    return () => {
      if (this.running.delete(key)) this.add(this.totals, dependency, since);
    };
  }

  /** The dependency with the longest total wait so far; undefined if there was none. */
  get slowest(): Dependency | undefined {
    const totals = new Map(this.totals);
    for (const { dependency, since } of this.running.values()) this.add(totals, dependency, since);
    return [...totals].sort(([, one], [, other]) => other - one)[0]?.[0];
  }

  /** Whether the database has received a statement. */
  get hasUsedDatabase(): boolean {
    return (
      this.totals.has('database') || [...this.running.values()].some(({ dependency }) => dependency === 'database')
    );
  }

  private add(totals: Map<Dependency, number>, dependency: Dependency, since: number): void {
    totals.set(dependency, (totals.get(dependency) ?? 0) + performance.now() - since);
  }
}
