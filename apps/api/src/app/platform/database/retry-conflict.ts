/** `serialization_failure` and `deadlock_detected`: PostgreSQL gave up one of two transactions, and it may simply try again. */
const CONFLICTS = ['40001', '40P01'];

/** Attempts in all. Conflicts are rare and short; one that lasts longer is answered as "try again later". */
const ATTEMPTS = 3;

/** Runs a statement again when it lost against a concurrent one. It must be one statement, or a transaction as a whole. */
export async function retryConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

/** Whether the database gave the work up in favour of someone else's. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONFLICTS.includes(String(error.code));
}
