import { eventually } from '@docket/testing';
import { LOCAL_ACTOR } from '../app/platform/context/actor';
import { TicketWriter } from '../app/tickets';
import type { DeliveryDto } from '../app/webhooks/api/delivery.dto';
import type { WebhookDto, WebhookSecretDto } from '../app/webhooks/api/webhook.dto';
import { WebhookSender } from '../app/webhooks/delivery/webhook-sender';
import { aTicket } from './a-ticket';
import { type SecondApp, startSecondApp } from './second-app';
import { type TestApp, startTestApp } from './test-app';
import { type WebhookReceiver, accept, startWebhookReceiver } from './webhook-receiver';

export const ALL_TYPES = ['ticket.created', 'ticket.changed', 'ticket.deleted', 'message.added', 'import.batch'];

/**
 * Two API processes whose webhooks reach one receiver, shared by all tests of a file. Registers the hooks that start, reset and stop them.
 */
export function useWebhookDesk(): WebhookDesk {
  const desk = new WebhookDesk();
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());
  beforeEach(() => desk.empty());
  return desk;
}

class WebhookDesk {
  receiver!: WebhookReceiver;
  api!: TestApp;
  second!: SecondApp;
  writer!: TicketWriter;

  async start(): Promise<void> {
    this.receiver = await startWebhookReceiver();
    this.api = await startTestApp({ WEBHOOK_PRIVATE: this.receiver.host, SECRET_KEY: 'k'.repeat(32) });
    this.second = await startSecondApp(this.api);
    this.writer = this.api.app.get(TicketWriter);
  }

  async stop(): Promise<void> {
    await this.second.close();
    await this.api.close();
    await this.receiver.close();
  }

  async empty(): Promise<void> {
    this.receiver.answer = accept;
    await this.query('DELETE FROM webhooks'); // waits for the sender, which then holds no lock that blocks TRUNCATE
    await this.query('TRUNCATE tickets CASCADE');
    this.receiver.received.length = 0;
  }

  query<T = unknown>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.api.database.query<T[]>(sql, parameters);
  }

  /** @param path after `/api/webhooks` */
  request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path = '', payload?: object, headers = {}) {
    return this.api.inject({ method, url: `/api/webhooks${path}`, headers, ...(payload && { payload }) });
  }

  async add(fields: object = {}): Promise<WebhookSecretDto> {
    const webhook = { name: 'ERP', url: this.receiver.url, types: ALL_TYPES, ...fields };
    const response = await this.request('POST', '', webhook);
    expect(response.statusCode).toBe(201);
    return response.json();
  }

  async read(id: number): Promise<WebhookDto> {
    return (await this.request('GET', `/${id}`)).json();
  }

  async log(id: number, query = ''): Promise<DeliveryDto[]> {
    return (await this.request('GET', `/${id}/deliveries${query}`)).json();
  }

  file() {
    return this.writer.create(LOCAL_ACTOR, aTicket({ title: 'A secret title' }));
  }

  /** Resolves when no running transaction delays an event, including transactions of other databases on the server. */
  settled() {
    return eventually(async () => {
      const [row] = await this.query<{ isSettled: boolean }>(
        'SELECT bool_and(horizon <= pg_snapshot_xmin(pg_current_snapshot())) AS "isSettled" FROM ticket_events',
      );
      return row?.isSettled;
    });
  }

  received(count: number) {
    return eventually(() => this.receiver.received.length >= count);
  }

  /** Makes all waiting deliveries due, and wakes the sender. */
  async passTime(): Promise<void> {
    await this.query(`UPDATE webhook_deliveries SET next_at = now() WHERE state = 'pending'`);
    this.api.app.get(WebhookSender).wake();
  }

  bodies() {
    return this.receiver.received.map(
      ({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> },
    );
  }
}
