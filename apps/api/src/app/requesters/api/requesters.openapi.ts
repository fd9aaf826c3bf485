import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/problems/api-problems';
import { RequesterDto } from '../requester.dto';

const LINK = {
  Link: {
    description: 'The next page, as `rel="next"` (RFC 8288). Absent on the last one.',
    schema: { type: 'string', example: '</api/requesters?limit=200&cursor=311>; rel="next"' },
  },
} as const;

/** `GET /api/requesters` */
export const DescribeListRequesters = () =>
  applyDecorators(
    ApiOperation({
      summary: 'List requesters, by id',
      description:
        'Those who have a ticket, with their current names. A rename changes no ticket, so a copy of the tickets that needs current names reads them here.',
    }),
    ApiOkResponse({ type: [RequesterDto], description: 'The requesters of the page.', headers: LINK }),
    ApiProblems(400, 503),
  );
