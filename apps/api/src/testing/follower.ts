import { type IncomingMessage, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@docket/testing';
import { SAME_SITE } from './people';
import type { TestApp } from './test-app';

/** A message of a stream. */
interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: {
    readonly ticket_id?: number;
    readonly kind?: string;
    readonly fields?: string[];
    readonly actor?: object;
    /** Only in presence messages. */
    readonly complete?: boolean;
    readonly tickets?: readonly { readonly ticket_id: number; readonly people: readonly object[] }[];
  };
}

const open: IncomingMessage[] = [];

/** Ends all streams. Call it after each test. */
export function endStreams(): void {
  for (const stream of open.splice(0)) stream.destroy();
}

/** Opens the stream of changes of an API. */
export async function follow(headers: Record<string, string>, { app }: TestApp): Promise<Follower> {
  const server = app.getHttpServer();
  if (!server.listening) await app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: '/api/events', headers: { host: SAME_SITE.host, ...headers }, agent: false }, resolve).on(
      'error',
      reject,
    );
  });
  open.push(response);
  return new Follower(response);
}

/** A reader of the stream of changes. */
export class Follower {
  text = '';
  hasEnded = false;

  constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => (this.text += text));
    response.on('close', () => (this.hasEnded = true));
    response.on('error', () => undefined);
  }

  get status() {
    return this.response.statusCode;
  }

  get headers() {
    return this.response.headers;
  }

  get messages(): Message[] {
    return this.text
      .split('\n\n')
      .filter((block) => block.includes('data: '))
      .map((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Message['data'] };
      });
  }

  /** The changes of a ticket, without its filing: a stream may repeat that one while other transactions run. */
  changesOf(id: number): Message['data'][] {
    const changes = this.messages.filter(({ event, data }) => event === 'change' && data.ticket_id === id);
    return changes.map(({ data }) => data).filter(({ kind }) => kind !== 'ticket.created');
  }

  async until(event: string, count = 1): Promise<void> {
    await eventually(() => this.messages.filter((message) => message.event === event).length >= count);
  }

  /** The people in a ticket, according to the latest message. */
  peopleIn(id: number): readonly object[] {
    const present = new Map<number, readonly object[]>();
    for (const { event, data } of this.messages) {
      if (event !== 'presence') continue;
      if (data.complete) present.clear();
      for (const { ticket_id, people } of data.tickets ?? []) present.set(ticket_id, people);
    }
    return present.get(id) ?? [];
  }
}
