import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems } from '../../platform/problems/api-problems';
import { INVALID_ID, NOT_FOUND } from '../api/tickets.openapi';
import { TICKET_PROPERTIES } from '../api/ticket-properties';
import { SimilarTicketDto } from './similar-ticket.dto';

const HOW =
  'Up to 5 tickets that share rare words with the text, the most similar first; those of the same requester within 7 days come before all others. Compares the first 4,000 characters. Empty if no ticket is similar, or if the text has fewer than three words that say what it is about.';

/** `POST /api/tickets/similar/` */
export const DescribeFindSimilarTickets = () =>
  applyDecorators(
    ApiOperation({ summary: 'Find tickets similar to a text', description: `${HOW} Nothing is stored.` }),
    ApiOkResponse({ type: [SimilarTicketDto], description: 'The similar tickets.' }),
    ApiProblems(400, 408, 413, 415, 503),
  );

/** `GET /api/tickets/<id>/similar/` */
export const DescribeListSimilarTickets = () =>
  applyDecorators(
    ApiOperation({ summary: 'List tickets similar to a ticket', description: HOW }),
    ApiIdParam('a ticket', TICKET_PROPERTIES.id.example),
    ApiOkResponse({ type: [SimilarTicketDto], description: 'The similar tickets.' }),
    ApiProblems(INVALID_ID, NOT_FOUND, 503),
  );
