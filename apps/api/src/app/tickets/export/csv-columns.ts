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

/** Whether a header row is that of an export of Docket. Its texts are plain, whatever they look like. */
export function isDocketCsv(names: readonly string[]): boolean {
  return names.length === CSV_COLUMNS.length && CSV_COLUMNS.every((column, position) => column === names[position]);
}
