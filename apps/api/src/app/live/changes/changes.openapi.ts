import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { ChangesDto } from './changes.dto';

const INVALID_CURSOR: OperationProblem = {
  status: 400,
  name: 'InvalidChangesQuery',
  description: 'A parameter is invalid. The response lists all of them.',
  detail: 'cursor must be start, or a cursor from another response',
  errors: [{ parameter: 'cursor', detail: 'must be start, or a cursor from another response' }],
};

/** `GET /api/changes` */
export const DescribeReadChanges = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Read what has changed since a cursor',
      description:
        'For programs that keep a copy of the tickets or react to changes. Each change comes exactly once, if the program stores `next` together with what it did, and the changes of a ticket come in their order. Deleted tickets have a change, too. Without `include=ticket`, no change has a text; an internal note is only said to exist.\n\n' +
        'A copy starts with `GET /api/export`, and follows the changes from its `Docket-Changes-Cursor`, with `include=ticket`: store each `ticket` under its `ticket_id`, and delete those whose `ticket` is null. If `restored` is true, a new export replaces the copy. Renaming a requester, a person or a team changes no ticket: a copy that shows names reads them with `GET /api/requesters`, `GET /api/assignees` and `GET /api/teams` now and then. The history of tickets that were filed by an earlier version of Docket begins later than they do.',
    }),
    ApiOkResponse({ type: ChangesDto, description: 'The changes. Empty if there were none until the end of `wait`.' }),
    ApiProblems(INVALID_CURSOR, 503),
  );
