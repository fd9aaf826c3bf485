import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { ListedTicketDto } from './listed-ticket.dto';
import { TicketDto } from './ticket.dto';
import { TICKET_PROPERTIES } from './ticket-properties';
import { UpdateTicketDto } from './update-ticket.dto';

// OpenAPI descriptions of the operations, kept out of the controller for readability.

type ResponseHeaders = NonNullable<ApiResponseOptions['headers']>;
type ResponseHeader = ResponseHeaders[string];

const ETAG = {
  description:
    'The version of the ticket, for `If-None-Match` and `If-Match`: `"<id>-<version>"`. If the ticket has a requester, an assignee or a team, a hash of their names follows, which `If-Match` ignores.',
  required: true,
  schema: { type: 'string', example: '"7-3"' },
} satisfies ResponseHeader;

const LOCATION = {
  description: 'The URL of the ticket.',
  required: true,
  schema: { type: 'string', format: 'uri-reference', example: '/api/tickets/7/' },
} satisfies ResponseHeader;

const SUGGESTION = {
  description:
    'With `suggestion_id`: whether the choice is `recorded`; `unknown` if nobody asked for that suggestion or another ticket has it; `failed` if the database did not take it.',
  schema: { type: 'string', enum: ['recorded', 'unknown', 'failed'] },
} satisfies ResponseHeader;

const NEIGHBOURS = {
  description:
    'The pages of the list that start after this ticket (`rel="next"`, older tickets) and before it (`rel="prev"`). Filters may be added to the URLs.',
  required: true,
  schema: { type: 'string', example: '</api/tickets/?cursor=eyJjcmVhdGVk>; rel="next"' },
} satisfies ResponseHeader;

const PAGE_HEADERS = {
  Link: {
    description:
      'The next and the previous page, as `rel="next"` and `rel="prev"` (RFC 8288), with the same filters. Follow it until it is absent: a page may have fewer tickets than `limit`, or none, before the last one, if their texts are long or a search took its whole time.',
    schema: { type: 'string', example: '</api/tickets/?status=open&cursor=eyJjcmVhdGVk>; rel="next"' },
  },
  'X-Total-Count': {
    description: 'The number of matching tickets.',
    required: true,
    schema: { type: 'integer', minimum: 0, example: 124 },
  },
  'Docket-Missing': {
    description: 'With `ids`: those without a ticket, comma-separated. Absent if there are none.',
    schema: { type: 'string', example: '9, 12' },
  },
  'X-Total-Count-Relation': {
    description: 'Whether the count is exact (`eq`) or a lower bound (`gte`).',
    required: true,
    schema: { type: 'string', enum: ['eq', 'gte'], example: 'eq' },
  },
} satisfies ResponseHeaders;

const INVALID_FILTER: OperationProblem = {
  status: 400,
  name: 'InvalidFilter',
  description: 'A filter or another parameter is invalid. The response lists all of them.',
  detail: 'limit must be a whole number from 1 to 200',
  errors: [{ parameter: 'limit', detail: 'must be a whole number from 1 to 200' }],
};

export const INVALID_ID: OperationProblem = {
  status: 400,
  name: 'InvalidTicketId',
  description: 'The id is invalid.',
  detail: 'id must be a positive whole number of 32 bits',
  errors: [{ parameter: 'id', detail: 'must be a positive whole number of 32 bits' }],
};

export const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'TicketNotFound',
  description: 'The ticket does not exist.',
  detail: 'Ticket 7 does not exist',
};

const OTHER_VERSION: OperationProblem = {
  status: 412,
  name: 'TicketChanged',
  description: 'The ticket has another version than `If-Match`. Read it again.',
  detail: 'Ticket 7 has changed since it was read',
};

const TicketIdParameter = () => ApiIdParam('a ticket', TICKET_PROPERTIES.id.example);

/** `POST /api/tickets/` */
export const DescribeCreateTicket = () =>
  applyDecorators(
    ApiOperation({
      summary: 'File a ticket',
      description: 'Stores a new ticket. `id`, `version`, `created_at` and `updated_at` in the body are ignored.',
    }),
    ApiCreatedResponse({
      type: TicketDto,
      description: 'The stored ticket.',
      headers: { ETag: ETAG, Location: LOCATION, 'Docket-Suggestion': SUGGESTION },
    }),
    ApiProblems(400, 408, 413, 415, 503),
  );

/** `GET /api/tickets/` */
export const DescribeListTickets = () =>
  applyDecorators(
    ApiOperation({
      summary: 'List tickets',
      description:
        'One page of the tickets that match all filters, newest first unless `sort` says otherwise. A page ends at `limit`, or earlier at 1 MB of titles and descriptions. Empty values are ignored. With `ids`, the tickets with these ids. Paging is stable under concurrent writes: following `next` never repeats or skips a ticket that existed throughout.',
    }),
    ApiOkResponse({ type: [ListedTicketDto], description: 'The tickets of the page.', headers: PAGE_HEADERS }),
    ApiProblems(INVALID_FILTER, 503),
  );

/** `GET /api/tickets/<id>/` */
export const DescribeGetTicket = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Read a ticket',
      description:
        'The ticket, or 304 if the client has the current version with the current names of its requester, assignee and team.',
    }),
    TicketIdParameter(),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'Entity tags of the responses that the client has, or `*`.',
      schema: { type: 'string' },
      example: '"7-3"',
    }),
    ApiOkResponse({ type: TicketDto, description: 'The ticket.', headers: { ETag: ETAG, Link: NEIGHBOURS } }),
    ApiNotModifiedResponse({
      description: 'The client has the current response.',
      headers: { ETag: ETAG, Link: NEIGHBOURS },
    }),
    ApiProblems(INVALID_ID, NOT_FOUND, 503),
  );

/** `PATCH /api/tickets/<id>/` */
export const DescribeUpdateTicket = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Change a ticket',
      description:
        'Changes only the given fields. Sending current values changes nothing: `updated_at` and the version stay. `id`, `version`, `created_at` and `updated_at` in the body are ignored.',
    }),
    TicketIdParameter(),
    ApiBody({ type: UpdateTicketDto, examples: { status: { summary: 'Resolve it', value: { status: 'resolved' } } } }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'Entity tags of the versions that the change applies to, or `*` for any. `"7-3"` stands for version 3 of ticket 7, whatever the names are.',
      schema: { type: 'string' },
      example: '"7-3"',
    }),
    ApiOkResponse({ type: TicketDto, description: 'The updated ticket.', headers: { ETag: ETAG } }),
    ApiProblems(400, NOT_FOUND, 408, OTHER_VERSION, 413, 415, 503),
  );
