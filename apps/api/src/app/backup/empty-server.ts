import { countApiSessions } from '../platform/database/transfer/server-transfer';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';

/** SQL condition on the alias `namespace`: a schema of the user. */
const USER_SCHEMA = `namespace.nspname NOT LIKE 'pg\\_%' AND namespace.nspname <> 'information_schema'`;

/** All objects in the schemas of the user that belong to no extension, with the kind and the name that DROP takes. */
const OBJECTS = `
  WITH object (class, id, namespace) AS (
    SELECT 'pg_class'::regclass, oid, relnamespace FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
    UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace FROM pg_collation
    UNION ALL SELECT 'pg_type'::regclass, type.oid, typnamespace FROM pg_type AS type
      LEFT JOIN pg_class ON pg_class.oid = typrelid
      WHERE typtype IN ('e', 'd', 'r') OR (typtype = 'c' AND relkind = 'c')
  )
  SELECT named.type, named.identity FROM object JOIN pg_namespace AS namespace ON namespace.oid = object.namespace
  CROSS JOIN LATERAL pg_identify_object(object.class, object.id, 0) AS named
  WHERE ${USER_SCHEMA} AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = object.class AND objid = object.id AND deptype = 'e')
  ORDER BY named.type <> 'table', named.identity`;

interface NamedObject {
  readonly type: string;
  readonly identity: string;
}

/** Schemas and extensions of a database without objects, for example those that the server adds. */
export interface EmptyServer {
  readonly schemas: readonly string[];
  readonly extensions: readonly string[];
}

/** @throws StartupError if the database has a table, a function or another object */
export async function requireNoObjects(connection: TransferConnection): Promise<EmptyServer> {
  const [object] = await connection.query<NamedObject[]>(OBJECTS);
  if (object) {
    throw new StartupError(
      `The database is not empty: it has the ${object.type} ${object.identity}. Create a new one (createdb).`,
    );
  }
  return { schemas: await schemasOf(connection), extensions: await extensionsOf(connection) };
}

/** Objects of a database, as kind and name. */
export async function objectsOf(connection: TransferConnection): Promise<string[]> {
  return (await connection.query<NamedObject[]>(OBJECTS)).map(describe);
}

const describe = ({ type, identity }: NamedObject): string => `${type} ${identity}`;

/**
 * Removes all objects that were restored into a database. Removes no others: the database had none before.
 * @param restored the objects that came from the backup
 * @throws StartupError if somebody else uses the database, which is then unchanged, or if an object is left
 */
export async function emptyServer(
  connection: TransferConnection,
  before: EmptyServer,
  restored: readonly string[],
): Promise<void> {
  await requireUnused(connection, restored);
  await connection.query('BEGIN');
  for (const name of await extensionsOf(connection)) {
    if (!before.extensions.includes(name)) await connection.query(`DROP EXTENSION ${name} CASCADE`);
  }
  for (const name of await schemasOf(connection)) {
    if (!before.schemas.includes(name)) await connection.query(`DROP SCHEMA ${name} CASCADE`);
  }
  for (const { type, identity } of await connection.query<NamedObject[]>(OBJECTS)) {
    await connection.query(`DROP ${type === 'composite type' ? 'type' : type} IF EXISTS ${identity} CASCADE`);
  }
  await connection.query('COMMIT');
  await requireNoObjects(connection);
}

async function requireUnused(connection: TransferConnection, restored: readonly string[]): Promise<void> {
  if (await countApiSessions(connection)) throw new StartupError('Docket was started on the database meanwhile.');
  const foreign = (await objectsOf(connection)).find((object) => !restored.includes(object));
  if (foreign) throw new StartupError(`Somebody else uses the database: its ${foreign} is not from the backup.`);
}

const schemasOf = (connection: TransferConnection) =>
  namesOf(connection, `SELECT quote_ident(nspname) AS name FROM pg_namespace AS namespace WHERE ${USER_SCHEMA}`);

const extensionsOf = (connection: TransferConnection) =>
  namesOf(connection, 'SELECT quote_ident(extname) AS name FROM pg_extension');

async function namesOf(connection: TransferConnection, sql: string): Promise<string[]> {
  return (await connection.query<{ name: string }[]>(sql)).map(({ name }) => name);
}
