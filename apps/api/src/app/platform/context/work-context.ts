import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor';
import type { Dependency, Waits } from './waiting';

/** Context of a request or a job. All code that runs in it can read the context without a parameter. */
export interface WorkContext {
  readonly actor: Actor;
  /** Identifies the request or the job in the log. */
  readonly requestId: string;
  /** Time after which no new work starts, in milliseconds of `performance.now()`; undefined if unlimited. */
  readonly deadline?: number;
  /** The waits of the request, by dependency. */
  readonly waits?: Waits;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs work in a context. The HTTP server calls it for each request; a job calls it for each run. */
export function runInContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/**
 * Captures the current context for work that a stream does later. Each piece of work has its own deadline: that of the request covers
 * only the start of the stream.
 * @param ms the time for each piece of work, in milliseconds
 */
export function keepContext(ms: number): <T>(work: () => T) => T {
  const context = currentContext();
  return (work) => (context ? runInContext({ ...context, deadline: performance.now() + ms }, work) : work());
}

/** The context of the running request or job; undefined outside both. */
export function currentContext(): WorkContext | undefined {
  return storage.getStore();
}

/** Time until the deadline of the running request or job, in milliseconds; 0 after it, Infinity without one. */
export function remainingMs(context = currentContext()): number {
  return context?.deadline === undefined ? Infinity : Math.max(0, context.deadline - performance.now());
}

/** Whether the running request or job may start more work. */
export function hasTimeLeft(context = currentContext()): boolean {
  return remainingMs(context) > 0;
}

const nothing = (): void => undefined;

/**
 * Records that the running request waits for a dependency.
 * @returns a function that ends the wait
 */
export function startWaiting(dependency: Dependency): () => void {
  return currentContext()?.waits?.start(dependency) ?? nothing;
}
