import { once } from 'node:events';
import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A received delivery. */
interface ReceivedDelivery {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A local receiver of webhooks. Responds 204 unless a test replaces `answer`. */
export interface WebhookReceiver {
  readonly url: string;
  /** Value of WEBHOOK_PRIVATE that allows the receiver. */
  readonly host: string;
  readonly received: ReceivedDelivery[];
  /** Called for each delivery. Must end the response. */
  answer: (response: ServerResponse, delivery: ReceivedDelivery) => void;
  close(): Promise<void>;
}

export const accept = (response: ServerResponse): void => void response.writeHead(204).end();

/** Responds with a status. */
export const refuse =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = 'no') =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body);

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const delivery = { id: String(request.headers['webhook-id']), headers: request.headers, body };
      receiver.received.push(delivery);
      receiver.answer(response, delivery);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: WebhookReceiver = {
    url: `http://${host}/hook`,
    host,
    received: [],
    answer: accept,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
  return receiver;
}
