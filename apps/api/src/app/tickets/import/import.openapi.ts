import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/problems/api-problems';
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
  },
  {
    title: 'No code arrives',
    description: 'I cannot sign in since I have a new phone.',
    category: 'account',
    priority: null,
    status: null,
    created_at: null,
  },
] as const;

const NDJSON = ROWS.map((row) => JSON.stringify(row) + '\n').join('');
const CSV = [Object.keys(ROWS[0]), ...ROWS.map((row) => Object.values(row))]
  .map((values) => values.join(',') + '\n')
  .join('');

const defaultedCount = (label: string) => ({
  description: `How many of the imported rows had no ${label}, so that they have the default.`,
  required: true,
  schema: { type: 'integer', minimum: 0, example: 0 },
});

/** `POST /api/tickets/import/` */
export const DescribeImportTickets = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Import tickets from a file',
      description:
        'Stores the rows of a file of any size while it arrives. A row has a title and a description, and may have a category, a priority, a status (`open` when empty) and a `created_at` ' +
        '(RFC 3339 with its zone, from 1970 until now; the time of the import when empty), by the rules of a ticket that is filed; other columns are ignored, and `updated_at` becomes `created_at`. ' +
        'Labels are taken exactly as they are spelt here. Each bad row is reported and skipped, and the good ones are kept. Rows are stored in batches: when the import ends early, the batches before stay.',
    }),
    ApiConsumes(...Object.keys(IMPORT_MEDIA_TYPES)),
    ApiBody({
      required: true,
      description:
        'NDJSON, a JSON object a line, or CSV (RFC 4180, commas) with a header row that names at least `title` and `description`. In UTF-8, with or without a byte order mark; blank lines are skipped. A row has at most 1,572,864 bytes.',
      schema: { type: 'string' },
      examples: {
        'application/x-ndjson': { summary: 'Two rows of NDJSON', value: NDJSON },
        'text/csv': { summary: 'Two rows of CSV', value: CSV },
      },
    }),
    ApiOkResponse({
      type: ImportResultDto,
      description: 'What became of the rows.',
      headers: {
        'X-Defaulted-Category-Count': defaultedCount('category'),
        'X-Defaulted-Priority-Count': defaultedCount('priority'),
      },
    }),
    ApiProblems(400, 408, 415, 503),
  );
