import { MESSAGE_VISIBILITIES } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProperty,
} from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { ProblemDto } from '../../platform/problems/problem.dto';
import { TICKET_PROPERTIES } from '../../tickets';
import { NEWER_ACTIVITY } from '../problem-kinds';
import { DraftDto } from './draft.dto';
import { SentMessageDto } from './send-message.dto';
import { TimelineEntryDto } from './timeline-entry.dto';

/** A problem that contains the newer entries. */
class NewerActivityProblemDto extends ProblemDto {
  @ApiProperty({
    type: [TimelineEntryDto],
    required: false,
    description: 'The newer replies, and the change of the status, newest first.',
  })
  entries?: TimelineEntryDto[];
}

const LINK = {
  description: 'The next page, with older entries, as `rel="next"` (RFC 8288). Absent on the last page.',
  schema: { type: 'string', example: '</api/tickets/7/timeline?before=4711>; rel="next"' },
} as const;

const INVALID_PAGE: OperationProblem = {
  status: 400,
  name: 'InvalidTimelinePage',
  description: 'A parameter is invalid. The response lists all of them.',
  detail: 'before must be the id of an event',
  errors: [{ parameter: 'before', detail: 'must be the id of an event' }],
};

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'TicketNotFound',
  description: 'The ticket does not exist.',
  detail: 'Ticket 7 does not exist',
};

const CONFLICT: OperationProblem = {
  status: 409,
  name: 'NewerActivity',
  description:
    'There is a public message that the author has not seen, or somebody else has set another status since (`/problems/newer-activity`; `entries` has them), or somebody else has used the `client_key` (`/problems/client-key-used`). Nothing was sent.',
  detail: 'Somebody replied in the meantime. Read it, then send again',
  kind: NEWER_ACTIVITY,
  schema: NewerActivityProblemDto,
};

const TicketId = () => ApiIdParam('a ticket', TICKET_PROPERTIES.id.example);

const Visibility = () =>
  ApiParam({
    name: 'visibility',
    description: 'Whether it is the draft of a reply (`public`) or of a note (`internal`).',
    schema: { type: 'string', enum: [...MESSAGE_VISIBILITIES] },
    example: 'public',
  });

/** `GET /api/tickets/<id>/timeline` */
export const DescribeReadTimeline = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Read what happened to a ticket, newest first',
      description:
        'One page of its changes and messages. Every change has one entry, however it was made. Tickets that were imported, or filed before Docket kept a history, have no entry for their filing.',
    }),
    TicketId(),
    ApiOkResponse({ type: [TimelineEntryDto], description: 'The entries of the page.', headers: { Link: LINK } }),
    ApiProblems(INVALID_PAGE, NOT_FOUND, 503),
  );

/** `POST /api/tickets/<id>/messages` */
export const DescribeSendMessage = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Reply, or add a note',
      description:
        'Adds a message to a ticket, changes its status if one is given, and removes the draft of the author: all or nothing.',
    }),
    TicketId(),
    ApiExtraModels(SentMessageDto),
    ApiCreatedResponse({ type: SentMessageDto, description: 'The message was sent.' }),
    ApiOkResponse({ type: SentMessageDto, description: 'An earlier request with this `client_key` has sent it.' }),
    ApiProblems(400, NOT_FOUND, 408, CONFLICT, 413, 415, 503),
  );

/** `GET /api/tickets/<id>/draft/<visibility>` */
export const DescribeGetDraft = () =>
  applyDecorators(
    ApiOperation({ summary: 'Read your draft', description: 'Nobody else sees it.' }),
    TicketId(),
    Visibility(),
    ApiOkResponse({ type: DraftDto, description: 'The draft.' }),
    ApiNoContentResponse({ description: 'There is no draft.' }),
    ApiProblems(400, 503),
  );

/** `PUT /api/tickets/<id>/draft/<visibility>` */
export const DescribeSaveDraft = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Save your draft',
      description: 'Replaces the draft of a reply or a note. Sending the message removes it.',
    }),
    TicketId(),
    Visibility(),
    ApiOkResponse({ type: DraftDto, description: 'The saved draft.' }),
    ApiProblems(400, NOT_FOUND, 408, 413, 415, 503),
  );

/** `DELETE /api/tickets/<id>/draft/<visibility>` */
export const DescribeDeleteDraft = () =>
  applyDecorators(
    ApiOperation({ summary: 'Discard your draft', description: 'Does nothing if there is none.' }),
    TicketId(),
    Visibility(),
    ApiNoContentResponse({ description: 'There is no draft any more.' }),
    ApiProblems(400, 503),
  );
