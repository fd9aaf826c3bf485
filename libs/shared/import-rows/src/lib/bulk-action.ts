/** An action line of the bulk format of Elasticsearch and OpenSearch. It applies to the record in the next line. */
export interface BulkAction {
  /** The id of the record. */
  readonly id?: string | number;
}

const ACTIONS = ['index', 'create', 'update', 'delete'];

/** Fields of an action that do not start with `_`. */
const SETTINGS = ['routing', 'version', 'version_type', 'retry_on_conflict', 'pipeline', 'require_alias', 'op_type'];

const ACTION_START = /^\s{0,10}\{\s{0,10}"(?:index|create|update|delete)"\s{0,10}:\s{0,10}\{/;
const ACTION_MAX_BYTES = 2000;

/** Reads an action such as `{"index": {"_index": "tickets", "_id": "1"}}`; undefined if the record is not an action. */
export function bulkAction(record: object): BulkAction | undefined {
  const [name = '', ...others] = Object.keys(record);
  const action: unknown = Object.values(record)[0];
  if (others.length || !ACTIONS.includes(name) || !isObject(action)) return undefined;
  if (!Object.keys(action).every((one) => one.startsWith('_') || SETTINGS.includes(one))) return undefined;
  const id = action['_id'];
  return name !== 'delete' && (typeof id === 'string' || typeof id === 'number') ? { id } : {};
}

/** Whether a row is an action line. The record in the next row belongs to it. */
export function isBulkAction(row: Uint8Array | undefined): boolean {
  if (!row || row.length > ACTION_MAX_BYTES) return false;
  const text = new TextDecoder().decode(row);
  if (!ACTION_START.test(text)) return false;
  try {
    return bulkAction(JSON.parse(text) as object) !== undefined;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
