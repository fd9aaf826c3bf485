import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor';

/** Context of a request or a job. All code that runs in it can read the context without a parameter. */
export interface WorkContext {
  readonly actor: Actor;
  /** Identifies the request or the job in the log. */
  readonly requestId: string;
  /** Time after which no new work starts, in milliseconds of `performance.now()`; undefined if unlimited. */
  readonly deadline?: number;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs work in a context. The HTTP server calls it for each request; a job calls it for each run. */
export function runInContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the running request or job; undefined outside both. */
export function currentContext(): WorkContext | undefined {
  return storage.getStore();
}

/** Whether the running request or job may start more work. */
export function hasTimeLeft(): boolean {
  const deadline = currentContext()?.deadline;
  return deadline === undefined || performance.now() < deadline;
}
