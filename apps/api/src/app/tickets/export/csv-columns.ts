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
const OPTIONAL_NAMES: ReadonlySet<string> = new Set(['requester', 'assignee', 'team', 'tags', 'external_id']);

/** Whether the names of a JSON row are those of a ticket in an export of Docket. */
export function isDocketJson(names: readonly string[]): boolean {
  const others = names.filter((name) => !OPTIONAL_NAMES.has(name));
  return others.length === JSON_NAMES.length && JSON_NAMES.every((name) => others.includes(name));
}

/** Whether a header row is that of an export of Docket. Its texts are plain, whatever they look like. */
export function isDocketCsv(names: readonly string[]): boolean {
  return names.length === CSV_COLUMNS.length && CSV_COLUMNS.every((column, position) => column === names[position]);
}
