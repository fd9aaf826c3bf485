import { PassThrough } from 'node:stream';
import { type FeedCursor, type FeedEvent, encodeFeedCursor } from '../history';
import type { TicketPresence } from './presence/presence-follower';

/** Maximum size of buffered output, in bytes. The stream of a slower reader ends, and the reader resumes. */
const MAX_BACKLOG_BYTES = 256 * 1024;

/** Time after which a browser reconnects, in milliseconds. */
const RETRY_MS = 1000;

/** Maximum reconnection time after the server stopped, in milliseconds. Each browser gets a random one, which spreads the reconnections. */
const RESTART_RETRY_MS = 5000;

/** One stream of server-sent events (HTML Standard, 9.2). */
export class LiveStream {
  readonly body = new PassThrough();
  /** Events that arrived before the reader caught up. They are held back until the missed events are sent. */
  private held: string[] | undefined = [];

  private hasStarted = false;

  /** Sends the position to resume from, and everyone who is present. */
  start(position: FeedCursor, present: readonly TicketPresence[]): void {
    this.hasStarted = true;
    this.write(`retry: ${RETRY_MS}\nid: ${encodeFeedCursor(position)}\nevent: ready\ndata: {}\n\n`);
    this.sendPresence({ complete: true, tickets: present });
  }

  /** Sends the tickets whose presence has changed. */
  present(tickets: readonly TicketPresence[]): void {
    if (this.hasStarted) this.sendPresence({ complete: false, tickets });
  }

  private sendPresence(presence: object): void {
    this.write(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
  }

  /** Tells the reader that events are missing, so its data may be stale. */
  reset(position: FeedCursor): void {
    this.write(`id: ${encodeFeedCursor(position)}\nevent: reset\ndata: {}\n\n`);
  }

  /** Sends the events that the reader missed, then the held ones. */
  catchUp(missed: readonly FeedEvent[], position: FeedCursor): void {
    const { held = [] } = this;
    this.held = undefined;
    this.send(missed, position);
    for (const text of held) this.write(text);
  }

  /**
   * Sends events.
   * @param position the position up to which all earlier events are known: a reader that resumes there may get some events again, but
   * misses none
   */
  send(events: readonly FeedEvent[], position: FeedCursor): void {
    if (!events.length) return;
    const messages = events.map(toMessage);
    // The id goes with the last message only: a reader that disconnects earlier has not received all events up to the position.
    const last = `id: ${encodeFeedCursor(position)}\n${messages.pop()}`;
    const text = messages.join('') + last;
    if (this.held) this.held.push(text);
    else this.write(text);
  }

  /** Keeps the connection open through proxies. A reader without pings knows that the connection is lost. */
  ping(): void {
    this.write('event: ping\ndata: {}\n\n');
  }

  end(): void {
    this.body.end();
  }

  /** Ends the stream for a server stop, and spreads the reconnections of the readers over some seconds. */
  endForRestart(): void {
    this.write(`retry: ${RETRY_MS + Math.floor(Math.random() * (RESTART_RETRY_MS - RETRY_MS))}\n\n`);
    this.end();
  }

  private write(text: string): void {
    if (this.body.writableEnded || this.body.destroyed) return;
    if (this.body.readableLength + this.body.writableLength > MAX_BACKLOG_BYTES) this.body.destroy();
    else this.body.write(text);
  }
}

function toMessage({ id, kind, ticket_id, fields, actor_kind, actor_id }: FeedEvent): string {
  const actor = { kind: actor_kind, ...(actor_id !== null && { id: actor_id }) };
  const data = { event_id: Number(id), kind, ...(ticket_id !== null && { ticket_id, fields }), actor };
  return `event: change\ndata: ${JSON.stringify(data)}\n\n`;
}
