/** The columns of an export as CSV. The import knows a file with exactly these as one of Docket's own. */
export const CSV_COLUMNS = [
  'id',
  'external_id',
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'updated_at',
  'requester',
  'requester_email',
  'assignee',
  'team',
  'tags',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** The names of an exported ticket as JSON, without those that may be missing. */
const JSON_NAMES = [
  'id',
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'updated_at',
  'version',
];
/** Those that may be missing. The reader of JSON names a member of an object by both: `requester.email`. */
const OPTIONAL_NAME = /^(?:tags|external_id|(?:requester|assignee|team)(?:\.\w+)?)$/;

/** Whether the names of a JSON row are those of a ticket in an export of Docket. */
export function isDocketJson(names: readonly string[]): boolean {
  const others = names.filter((name) => !OPTIONAL_NAME.test(name));
  return others.length === JSON_NAMES.length && JSON_NAMES.every((name) => others.includes(name));
}

/** Whether a header row is that of an export of Docket. Its texts are plain, whatever they look like. */
export function isDocketCsv(names: readonly string[]): boolean {
  return names.length === CSV_COLUMNS.length && CSV_COLUMNS.every((column, position) => column === names[position]);
}
