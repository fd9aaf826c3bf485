import { hasTimeLeft } from '../context/work-context';

/** `serialization_failure` and `deadlock_detected`: PostgreSQL aborted one of two transactions, which may run again. */
const CONFLICTS = ['40001', '40P01'];

/** Maximum number of attempts. Conflicts are rare and short; the response to a longer one is 503. */
const ATTEMPTS = 3;

/** Runs a statement or a transaction. Retries it after a conflict with a concurrent one, while the request has time left. */
export async function retryConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error) || !hasTimeLeft()) throw error;
    }
  }
}

/** Whether the database aborted the work in favour of a concurrent transaction. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONFLICTS.includes(String(error.code));
}
