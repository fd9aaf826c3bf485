import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The receiver of a webhook on this machine, like another company's program. */
export class WebhookReceiver {
  /** The response to deliveries. */
  answer: { status: number; body?: string } = { status: 204 };

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(receiver.answer.status).end(receiver.answer.body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const receiver = new WebhookReceiver(server);
    return receiver;
  }

  /** The value of WEBHOOK_PRIVATE that allows this receiver. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}/hook`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await once(this.server.close(), 'close');
  }
}
