import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { SuggestionDto } from './suggestion.dto';

export const CSV = 'text/csv';
/** Maximum number of rows of a CSV file: about 2 MB. */
export const CSV_ROWS_MAX = 10_000;

const INVALID_FILTER: OperationProblem = {
  status: 400,
  name: 'InvalidSuggestionFilter',
  description: 'A filter or another parameter is invalid. The response lists all of them.',
  detail: 'ticket_id must be the number of a ticket',
  errors: [{ parameter: 'ticket_id', detail: 'must be the number of a ticket' }],
};

/** `GET /api/suggestions/` */
export const DescribeListSuggestions = () =>
  applyDecorators(
    ApiExtraModels(SuggestionDto),
    ApiOperation({
      summary: 'List suggestions, newest first',
      description:
        'One page of the suggestions in the ledger that match all filters: those behind a figure of the quality report. Only ids, labels, times and costs; never a text of a ticket. ' +
        `With \`Accept: ${CSV}\`, up to ${CSV_ROWS_MAX.toLocaleString('en')} of them as the attachment of the response.`,
    }),
    ApiOkResponse({
      description: 'The suggestions of the page, or of the file.',
      headers: {
        'Content-Disposition': {
          description: 'Only with CSV: the name of the file.',
          schema: {
            type: 'string',
            example: 'attachment; filename="docket-suggestions-2026-10-29-to-2026-11-27.csv"',
          },
        },
        Link: {
          description: 'The next page, as `rel="next"` (RFC 8288), with the same filters. Absent on the last page.',
          schema: {
            type: 'string',
            example: '</api/suggestions?role=blind&cursor=019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44>; rel="next"',
          },
        },
      },
      content: {
        'application/json': { schema: { type: 'array', items: { $ref: getSchemaPath(SuggestionDto) } } },
        [CSV]: { schema: { type: 'string' } },
      },
    }),
    ApiProblems(INVALID_FILTER, 503),
  );
