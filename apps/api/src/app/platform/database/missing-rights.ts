/** PostgreSQL's code of a statement whose role has no rights to a table or schema. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether an error means that the role has no rights to something in the database. */
export function isUnderprivileged(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE;
}

/** The error at the start, with what an administrator can do. PostgreSQL 15 and newer let only the owner create tables in `public`. */
export function rightsText({ message }: Error): string {
  return `The role of DATABASE_URL lacks rights: ${message}. Make it the owner of the database and of its tables.`;
}
