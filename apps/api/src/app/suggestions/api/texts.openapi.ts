import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { WrittenTextDto } from './written-text.dto';

const INVALID_FILTER: OperationProblem = {
  status: 400,
  name: 'InvalidTextFilter',
  description: 'A filter or another parameter is invalid. The response lists all of them.',
  detail: 'kind must be one of summary, draft',
  errors: [{ parameter: 'kind', detail: 'must be one of summary, draft' }],
};

/** `GET /api/texts/` */
export const DescribeListTexts = () =>
  applyDecorators(
    ApiOperation({
      summary: 'List summaries and drafts, newest first',
      description:
        'One page of the requests for a summary or a drafted reply in the ledger that match all filters: those behind a figure of `texts` in the quality report. Only ids, numbers of words, times and costs; never a text.',
    }),
    ApiOkResponse({
      type: [WrittenTextDto],
      description: 'The requests of the page.',
      headers: {
        Link: {
          description: 'The next page, as `rel="next"` (RFC 8288), with the same filters. Absent on the last page.',
          schema: {
            type: 'string',
            example: '</api/texts?kind=draft&cursor=019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44>; rel="next"',
          },
        },
      },
    }),
    ApiProblems(INVALID_FILTER, 503),
  );
