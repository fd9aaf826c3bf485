import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { TICKET_PROPERTIES } from '../../tickets';
import { CONVERSATION_MAX_LENGTH, MESSAGES_MAX } from '../conversation-text';
import { NotWrittenDto, WrittenDto } from './writing.dto';

const HOW =
  `Asks the language model. It reads the ticket and its newest messages, at most ${MESSAGES_MAX} with ${CONVERSATION_MAX_LENGTH.toLocaleString('en')} characters, masked ` +
  'like texts to classify. Each sentence has a quote that is checked to be in the conversation; sentences without one are left out. ' +
  'Takes up to 12 seconds. No text is stored, and nothing is sent: the ledger keeps numbers, times and the id of the ticket.';

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'TicketNotFound',
  description: 'The ticket does not exist.',
  detail: 'Ticket 7 does not exist',
};

const Describe = (summary: string, description: string) =>
  applyDecorators(
    ApiExtraModels(WrittenDto, NotWrittenDto),
    ApiOperation({ summary, description }),
    ApiIdParam('a ticket', TICKET_PROPERTIES.id.example),
    ApiOkResponse({
      description: 'What the model wrote, or why there is nothing.',
      schema: { oneOf: [{ $ref: getSchemaPath(WrittenDto) }, { $ref: getSchemaPath(NotWrittenDto) }] },
    }),
    ApiProblems(400, NOT_FOUND, 408, 503),
  );

/** `POST /api/tickets/<id>/summary/` */
export const DescribeSummarizeTicket = () =>
  Describe('Summarise a ticket', `For the team: it reads notes, too. ${HOW}`);

/** `POST /api/tickets/<id>/draft/` */
export const DescribeDraftReply = () =>
  Describe('Draft a reply', `For the requester: it does not read the notes of the team. A person sends it. ${HOW}`);
