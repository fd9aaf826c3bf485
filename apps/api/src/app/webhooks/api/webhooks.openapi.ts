import { WEBHOOKS_MAX } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
} from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { NO_SECRET_KEY, TOO_MANY_WEBHOOKS, WEBHOOK_OFF } from '../problem-kinds';
import { DeliveryDto } from './delivery.dto';
import { WebhookDto, WebhookSecretDto } from './webhook.dto';

const ETAG = {
  ETag: {
    description: 'The version of the webhook and a hash of its state. `If-Match` compares the version only.',
    required: true,
    schema: { type: 'string', example: '"3-2-9f86d081884c"' },
  },
} as const;

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'WebhookNotFound',
  description: 'The webhook, or its delivery, does not exist.',
  detail: 'Webhook 3 does not exist',
};

const NOT_CREATED: OperationProblem = {
  status: 409,
  name: 'WebhookNotCreated',
  description: `There are ${WEBHOOKS_MAX} webhooks (\`/problems/too-many-webhooks\`), or \`SECRET_KEY\` is not set (\`/problems/no-secret-key\`).`,
  detail: `There may be at most ${WEBHOOKS_MAX} webhooks`,
  kind: TOO_MANY_WEBHOOKS,
};

const NO_SECRET: OperationProblem = {
  status: 409,
  name: 'NoSecretKey',
  description: '`SECRET_KEY` is not set, so no secret can be made.',
  detail: 'Set SECRET_KEY, the same for all processes: the secrets of webhooks come from it',
  kind: NO_SECRET_KEY,
};

const IS_OFF: OperationProblem = {
  status: 409,
  name: 'WebhookOff',
  description: 'The webhook is off.',
  detail: 'Webhook 3 is off. Turn it on first',
  kind: WEBHOOK_OFF,
};

const OTHER_VERSION: OperationProblem = {
  status: 412,
  name: 'WebhookChanged',
  description: 'The webhook has another version than `If-Match`. Read it again.',
  detail: 'Webhook 3 has changed since it was read',
};

const WebhookId = () => ApiIdParam('a webhook', 3);

const DeliveryId = () =>
  ApiParam({ name: 'delivery', description: 'The id of a delivery.', schema: { type: 'string', format: 'uuid' } });

/** `GET /api/webhooks` */
export const DescribeListWebhooks = () =>
  applyDecorators(
    ApiOperation({ summary: 'List the webhooks', description: `All of them: there are at most ${WEBHOOKS_MAX}.` }),
    ApiOkResponse({ type: [WebhookDto], description: 'The webhooks.' }),
    ApiProblems(503),
  );

/** `POST /api/webhooks` */
export const DescribeCreateWebhook = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Add a webhook',
      description:
        'It is told what happens from now on, and perhaps in the last moments before, at least once, and signed as standardwebhooks.com describes. Deliveries have ids and fields, but no text of a ticket.',
    }),
    ApiCreatedResponse({
      type: WebhookSecretDto,
      description: 'The webhook, with its secret: it is shown once.',
      headers: ETAG,
    }),
    ApiProblems(400, 408, NOT_CREATED, 413, 415, 503),
  );

/** `GET /api/webhooks/<id>` */
export const DescribeGetWebhook = () =>
  applyDecorators(
    ApiOperation({ summary: 'Read a webhook', description: 'Without its secret.' }),
    WebhookId(),
    ApiOkResponse({ type: WebhookDto, description: 'The webhook.', headers: ETAG }),
    ApiProblems(400, NOT_FOUND, 503),
  );

/** `PATCH /api/webhooks/<id>` */
export const DescribeChangeWebhook = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Change a webhook, or turn it on or off',
      description:
        'Absent fields stay as they are. Another `url` needs a recent proof of identity from a person in a browser, as a new webhook does.',
    }),
    WebhookId(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Entity tags of the versions that the change applies to, or `*` for any.',
      schema: { type: 'string' },
      example: '"3-2"',
    }),
    ApiOkResponse({ type: WebhookDto, description: 'The changed webhook.', headers: ETAG }),
    ApiProblems(400, NOT_FOUND, 408, OTHER_VERSION, 413, 415, 503),
  );

/** `DELETE /api/webhooks/<id>` */
export const DescribeDeleteWebhook = () =>
  applyDecorators(
    ApiOperation({ summary: 'Delete a webhook', description: 'Its log goes with it, within minutes.' }),
    WebhookId(),
    ApiNoContentResponse({ description: 'The webhook is gone.' }),
    ApiProblems(400, NOT_FOUND, 503),
  );

/** `POST /api/webhooks/<id>/rotate` */
export const DescribeRotateSecret = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Change the secret of a webhook',
      description: 'For 24 hours, deliveries have two signatures: by the new secret and by the old one.',
    }),
    WebhookId(),
    ApiOkResponse({ type: WebhookSecretDto, description: 'The webhook, with its new secret: it is shown once.' }),
    ApiProblems(400, NOT_FOUND, NO_SECRET, 503),
  );

/** `POST /api/webhooks/<id>/test` */
export const DescribeTestWebhook = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Send a test',
      description: 'A delivery of the type `webhook.test`, like any other. The log has its outcome.',
    }),
    WebhookId(),
    ApiAcceptedResponse({ type: DeliveryDto, description: 'The delivery, which is sent now.' }),
    ApiProblems(400, NOT_FOUND, IS_OFF, 503),
  );

/** `POST /api/webhooks/<id>/replay` */
export const DescribeReplay = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Deliver all events since a time again',
      description:
        'Deliveries that the log still has keep their ids, so receivers can tell which ones they have had. Those of events of more than 30 days ago get new ids.',
    }),
    WebhookId(),
    ApiAcceptedResponse({ type: WebhookDto, description: 'The webhook. Its deliveries follow.' }),
    ApiProblems(400, NOT_FOUND, 408, IS_OFF, 413, 415, 503),
  );

/** `GET /api/webhooks/<id>/deliveries` */
export const DescribeListDeliveries = () =>
  applyDecorators(
    ApiOperation({
      summary: 'List the deliveries of a webhook',
      description: 'The newest first, 50 a page, of 30 days.',
    }),
    WebhookId(),
    ApiOkResponse({
      type: [DeliveryDto],
      description: 'The deliveries of the page.',
      headers: {
        Link: {
          description: 'The next page, as `rel="next"` (RFC 8288). Absent on the last page.',
          schema: { type: 'string', example: '</api/webhooks/3/deliveries?before=1200>; rel="next"' },
        },
      },
    }),
    ApiProblems(400, NOT_FOUND, 503),
  );

/** `GET /api/webhooks/<id>/deliveries/<delivery>` */
export const DescribeGetDelivery = () =>
  applyDecorators(
    ApiOperation({ summary: 'Read a delivery', description: 'Its attempts tell the outcome of a test.' }),
    WebhookId(),
    DeliveryId(),
    ApiOkResponse({ type: DeliveryDto, description: 'The delivery.' }),
    ApiProblems(400, NOT_FOUND, 503),
  );

/** `POST /api/webhooks/<id>/deliveries/<delivery>/redeliver` */
export const DescribeRedeliver = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Send a delivery again',
      description: 'With its id and its body. A delivery that is being sent at the moment stays as it is.',
    }),
    WebhookId(),
    DeliveryId(),
    ApiAcceptedResponse({ type: DeliveryDto, description: 'The delivery, which is sent now.' }),
    ApiProblems(400, NOT_FOUND, IS_OFF, 503),
  );
