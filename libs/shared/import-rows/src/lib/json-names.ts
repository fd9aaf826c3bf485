/** Names of arrays of objects that accompany the records in exports. */
export const NO_RECORDS = [
  'attachments',
  'columns',
  'comments',
  'custom_fields',
  'fields',
  'groups',
  'organizations',
  'users',
];

/** Names of arrays that hold the records, so that an object in which one is empty has no records. */
export const RECORDS = [
  'tickets',
  'issues',
  'records',
  'results',
  'result',
  'data',
  'items',
  'rows',
  'values',
  'value',
];
