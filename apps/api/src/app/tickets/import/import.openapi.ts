import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { describeKey } from '../../platform/idempotency/idempotent';
import { IMPORT_MEDIA_TYPES } from './import-file';
import { ImportResultDto } from './import-result.dto';

const ROWS = [
  {
    title: 'Charged twice for October',
    description: 'The same invoice was charged on the 3rd and on the 4th.',
    category: 'billing',
    priority: 'high',
    status: 'open',
    created_at: '2026-11-03T08:15:00Z',
    requester: 'Nora Lindqvist <nora@example.com>',
    tags: 'invoice;october',
  },
  {
    title: 'No code arrives',
    description: 'I cannot sign in since I have a new phone.',
    category: 'account',
    priority: null,
    status: null,
    created_at: null,
    requester: null,
    tags: null,
  },
] as const;

const NDJSON = ROWS.map((row) => JSON.stringify(row) + '\n').join('');
const CSV = [Object.keys(ROWS[0]), ...ROWS.map((row) => Object.values(row))]
  .map((values) => values.join(',') + '\n')
  .join('');

const defaultedCount = (property: string) => ({
  description: `The number of imported rows without a ${property}, which got the default.`,
  required: true,
  schema: { type: 'integer', minimum: 0, example: 0 },
});

/** The bytes of a file, in JSON Schema 2020-12. */
const FILE = { type: 'string', contentMediaType: 'application/octet-stream' };

const INVALID_PARAMETER: OperationProblem = {
  status: 400,
  name: 'InvalidImport',
  description: 'A parameter is invalid, or the file has no column for the title.',
  detail: 'date_order must be one of dmy, mdy, ymd',
  errors: [{ parameter: 'date_order', detail: 'must be one of dmy, mdy, ymd' }],
};

const OTHER_FILE: OperationProblem = {
  status: 415,
  name: 'UnsupportedFileType',
  description:
    'The body is no import file, or is compressed. `Accept` or `Accept-Encoding` names what the operation takes.',
  detail: `The body must be ${Object.keys(IMPORT_MEDIA_TYPES).join(' or ')}`,
};

/** `POST /api/tickets/import/` */
export const DescribeImportTickets = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Import tickets from a file',
      description:
        'Stores the rows of a file of any size while it arrives. A row has a title and a description. It may have a category, a priority, a status (default: `open`), a `created_at` ' +
        '(from 1970 until now; default: the time of the import) and an `external_id`, its id in another system: a row whose `external_id` is stored changes nothing. It may have a requester: a `requester` is a name, an email address or both, `Nora Lindqvist <nora@example.com>`, and `requester_email` has the address in a column of its own. New requesters are created, and known ones keep their names. A name without an address is left out and counted; what is like an address and is none makes the row invalid. ' +
        'It may have an `assignee`, one of `GET /api/assignees` by email address or by a name that only one has, and a `team` by its name; unknown ones are left out and counted. ' +
        'It may have `tags`: a list, or a text with commas, semicolons or bars between them, or with spaces if the first tags of the file have nothing else; several columns Labels or Tag 1, Tag 2 count together. What no tag may have becomes a hyphen. Tags past the tenth and those longer than 40 characters are left out and counted. The rules are those of a new ticket, and `updated_at` becomes `created_at`. ' +
        'Columns and labels are understood by their meaning, in many languages and without case, accents and punctuation: `Subject` is the title, `1 - Critical` is critical. Other columns are ignored. Bare numbers are labels only in the files of ServiceNow, GLPI and Freshdesk. ' +
        'Times are RFC 3339 with any offset, other complete dates with or without a clock, 10 or 13 digits of seconds or milliseconds since 1970, or the days since 1899 of a spreadsheet if the whole column has them. A time that the clocks of `time_zone` showed twice is the earlier one; one that they skipped is rejected. ' +
        'Invalid rows are reported and skipped. Valid rows are stored in batches: if the import ends early, stored batches stay.',
    }),
    ApiConsumes(...Object.keys(IMPORT_MEDIA_TYPES)),
    ApiBody({
      required: true,
      description:
        'CSV with a header row that names a column for the title, NDJSON, one JSON object per line, or a JSON document: an array, or the first array of objects with titles inside an object. Rows of JSON may be lists, with a list of the columns: `{"columns": […], "rows": [[…]]}`, and the values of an object: `{"-Nx1": {…}, "-Nx2": {…}}`. ' +
        'Commas, semicolons, tabs, bars, carets or tildes separate the values of CSV, or what a first line `sep=…` says. Up to 20 rows may precede the header row, such as the name of a report. The content decides the format, and the media type where the content allows several. ' +
        'UTF-8, UTF-16, or the encoding of the parameter `encoding` or `charset`; otherwise it is guessed, and the response names it. Empty rows are skipped. Objects inside JSON objects are columns like `fields.summary`, and a formatted document of Jira is its text. A row has at most 1,572,864 bytes, and in JSON 100,000 values and 10,000 names in an object; a header row has at most 65,536 bytes and 1,000 columns.',
      schema: FILE,
      examples: {
        'application/x-ndjson': { summary: 'Two rows of NDJSON', value: NDJSON },
        'text/csv': { summary: 'Two rows of CSV', value: CSV },
        'application/json': { summary: 'A JSON document', value: JSON.stringify({ tickets: ROWS }) },
      },
    }),
    ApiOkResponse({
      type: ImportResultDto,
      description: 'The result of the import.',
      headers: {
        'X-Defaulted-Category-Count': defaultedCount('category'),
        'X-Defaulted-Priority-Count': defaultedCount('priority'),
      },
    }),
    describeKey(
      'For 24 hours, an upload of the same file with the same key skips the rows that are stored, and its result counts them. So an upload that broke off goes on where it ended.',
    ),
    ApiProblems(INVALID_PARAMETER, 408, OTHER_FILE, 503),
  );
