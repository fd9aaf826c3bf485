/** The fields of a ticket that an import file can fill. */
export const IMPORT_FIELDS = [
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'external_id',
  'requester',
  'requester_email',
  'assignee',
  'team',
  'tags',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
