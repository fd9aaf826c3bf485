import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor';

/** The circumstances of a request or a job: available everywhere below it without being passed on. */
export interface WorkContext {
  readonly actor: Actor;
  /** Names the request or the job in the log. */
  readonly requestId: string;
  /** When to stop starting new work, on the clock of `performance.now()`, in milliseconds; undefined without a limit. */
  readonly deadline?: number;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs work in a context. The HTTP server does it for each request; a job does it for each of its runs. */
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
