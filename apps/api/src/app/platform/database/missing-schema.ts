/** PostgreSQL's code of a table that does not exist. */
const UNDEFINED_TABLE = '42P01';

/** Whether an error means that the database was replaced, such as by an empty one, while Docket runs. */
export function isSchemaMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE;
}
