/** Column names of a CSV export. The import recognises a file with exactly these as an export of Docket. */
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

/** Required names of a ticket in a JSON export. */
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
/** Optional names. The JSON reader names a member of a nested object with a dot: `requester.email`. */
const OPTIONAL_NAME = /^(?:tags|external_id|(?:requester|assignee|team)(?:\.\w+)?)$/;

/** Whether the names of a JSON row are those of an exported ticket. */
export function isDocketJson(names: readonly string[]): boolean {
  const others = names.filter((name) => !OPTIONAL_NAME.test(name));
  return others.length === JSON_NAMES.length && JSON_NAMES.every((name) => others.includes(name));
}

/** Whether a header row is that of an export of Docket, whose texts are taken literally. */
export function isDocketCsv(names: readonly string[]): boolean {
  return names.length === CSV_COLUMNS.length && CSV_COLUMNS.every((column, position) => column === names[position]);
}
