import { WEBHOOK_TYPES } from '@docket/domain';
import { eventually } from '@docket/testing';
import type { LightMyRequestResponse } from 'fastify';
import { aTicket } from '../../../testing/a-ticket';
import { DocumentedResponses } from '../../../testing/documented-responses';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { type WebhookReceiver, startWebhookReceiver } from '../../../testing/webhook-receiver';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { OpenApiDocument } from '../../platform/openapi/openapi-document';
import { TicketWriter } from '../../tickets';
import type { WebhookSecretDto } from './webhook.dto';

let receiver: WebhookReceiver;
let api: TestApp;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
  api = await startTestApp({ WEBHOOK_PRIVATE: receiver.host, SECRET_KEY: 'k'.repeat(32) });
});
afterAll(async () => {
  await api.close();
  await receiver.close();
});

const post = async (url: string, payload: object): Promise<LightMyRequestResponse> => {
  const response = await api.inject({ method: 'POST', url, payload });
  expect(response.statusCode).toBeLessThan(300);
  return response;
};
const received = () =>
  receiver.received.map(({ headers, body }) => ({ headers, body: JSON.parse(body) as { type: string } }));

it('sends what the OpenAPI document describes, of each type', async () => {
  const document = api.app.get(OpenApiDocument).document();
  const documented = new DocumentedResponses(document);
  const added = await post('/api/webhooks', { name: 'ERP', url: receiver.url, types: WEBHOOK_TYPES });
  const { id: webhookId } = added.json<WebhookSecretDto>();
  const writer = api.app.get(TicketWriter);
  const { id } = await writer.create(LOCAL_ACTOR, aTicket());
  await writer.update(LOCAL_ACTOR, id, { status: 'closed', title: 'Another title', tags: ['vip'] });
  await post(`/api/tickets/${id}/messages`, { visibility: 'internal', body: 'A note' });
  await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);
  await writer.createMany(LOCAL_ACTOR, [aTicket(), aTicket()]);
  await post(`/api/webhooks/${webhookId}/test`, {});
  await eventually(() => receiver.received.length >= 6);

  const types = Object.keys(document.webhooks ?? {});
  expect(
    received()
      .map(({ body }) => body.type)
      .sort(),
  ).toEqual([...types].sort());
  for (const { headers, body } of received()) {
    documented.checkDelivery(body.type, body);
    expect(headers).toMatchObject({
      'webhook-id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/) as string,
      'webhook-signature': expect.stringMatching(/^v1,/) as string,
    });
  }
});
