import type { WebhookType } from '@docket/domain';
import { type OpenAPIObject, getSchemaPath } from '@nestjs/swagger';
import { TEST_TYPE } from '../deliveries.service';
import { ImportDeliveryBodyDto, TestDeliveryBodyDto, TicketDeliveryBodyDto } from './delivery-body.dto';

type Bodies = typeof TicketDeliveryBodyDto | typeof ImportDeliveryBodyDto | typeof TestDeliveryBodyDto;
type Requests = NonNullable<OpenAPIObject['webhooks']>;

/** Schemas that only deliveries use. */
export const DELIVERY_MODELS: readonly Bodies[] = [TicketDeliveryBodyDto, ImportDeliveryBodyDto, TestDeliveryBodyDto];

const header = (name: string, description: string, schema: object) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema,
});

const HEADERS = [
  header('webhook-id', 'The id of the delivery: the same for all tries, and when it is sent again.', {
    type: 'string',
    format: 'uuid',
  }),
  header('webhook-timestamp', 'The time of this try, in seconds since 1970. The signature covers it.', {
    type: 'string',
    pattern: '^\\d{10}$',
    example: '1764408600',
  }),
  header(
    'webhook-signature',
    'HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>` by the secret, as standardwebhooks.com describes. Two of them, with a space between, for 24 hours after a new secret.',
    { type: 'string', example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=' },
  ),
  header(
    'traceparent',
    'The trace of the delivery (W3C Trace Context). Its trace id is the `webhook-id` without dashes; each try is another span.',
    {
      type: 'string',
      pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-01$',
      example: '00-019ac1f87c3e7b1d9f610c6a1e2b7d44-00f067aa0ba902b7-01',
    },
  ),
];

const RESPONSES = {
  '2XX': { description: 'Delivered. Answer within 15 seconds, and work afterwards.' },
  '410': { description: 'Turns the webhook off.' },
  default: { description: 'Not delivered: Docket tries again. `Retry-After` can make the wait longer.' },
};

function request(operationId: string, summary: string, description: string, body: Bodies): Requests[string] {
  return {
    post: {
      operationId,
      summary,
      description,
      tags: ['webhooks'],
      security: [],
      parameters: HEADERS,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: getSchemaPath(body) } } },
      },
      responses: RESPONSES,
    },
  };
}

/** The requests that webhooks receive, by delivery type. docs/integration.md explains order and retries. */
export const DELIVERY_REQUESTS: Readonly<Record<WebhookType | typeof TEST_TYPE, Requests[string]>> = {
  'ticket.created': request('ticketCreated', 'A ticket was filed', 'Not by an import.', TicketDeliveryBodyDto),
  'ticket.changed': request(
    'ticketChanged',
    'A ticket was changed',
    'A field, a tag, the requester, the assignee or the team.',
    TicketDeliveryBodyDto,
  ),
  'ticket.deleted': request('ticketDeleted', 'A ticket was deleted', 'It has no version.', TicketDeliveryBodyDto),
  'message.added': request(
    'messageAdded',
    'A ticket got a message',
    'A reply, or a note that only the team sees. The timeline of the ticket has it.',
    TicketDeliveryBodyDto,
  ),
  'import.batch': request('ticketsImported', 'An import stored tickets', 'One for each batch.', ImportDeliveryBodyDto),
  'webhook.test': request('webhookTested', 'Somebody tests the webhook', 'Sent on request only.', TestDeliveryBodyDto),
};
