import { PassThrough } from 'node:stream';
import { type FeedCursor, type FeedEvent, encodeFeedCursor } from '../history';
import type { TicketPresence } from './presence/presence-follower';

/** Maximum size of what a slow reader has not taken yet, in bytes. A stream with more ends, and its reader resumes. */
const MAX_BACKLOG_BYTES = 256 * 1024;

/** How long a browser waits before it connects again, in milliseconds. */
const RETRY_MS = 1000;

/** The longest wait after the server stopped, in milliseconds. Each browser has a random one, so that they do not all return at once. */
const RESTART_RETRY_MS = 5000;

/** One stream of server-sent events (HTML Standard, 9.2). */
export class LiveStream {
  readonly body = new PassThrough();
  /** Events that arrived before the reader has caught up. They must not come before those that it missed. */
  private held: string[] | undefined = [];

  private hasStarted = false;

  /** Tells the reader that it is connected, from where it can resume, and who is present. */
  start(position: FeedCursor, present: readonly TicketPresence[]): void {
    this.hasStarted = true;
    this.write(`retry: ${RETRY_MS}\nid: ${encodeFeedCursor(position)}\nevent: ready\ndata: {}\n\n`);
    this.sendPresence({ complete: true, tickets: present });
  }

  /** Sends the tickets whose people have changed. */
  present(tickets: readonly TicketPresence[]): void {
    if (this.hasStarted) this.sendPresence({ complete: false, tickets });
  }

  private sendPresence(presence: object): void {
    this.write(`event: presence\ndata: ${JSON.stringify(presence)}\n\n`);
  }

  /** Tells the reader that events are missing: what it shows may be old. */
  reset(position: FeedCursor): void {
    this.write(`id: ${encodeFeedCursor(position)}\nevent: reset\ndata: {}\n\n`);
  }

  /** Sends events that the reader missed, and then those that have been held. */
  catchUp(missed: readonly FeedEvent[], position: FeedCursor): void {
    const { held = [] } = this;
    this.held = undefined;
    this.send(missed, position);
    for (const text of held) this.write(text);
  }

  /**
   * Sends events.
   * @param position the position that all earlier events are known up to, so a reader that resumes may get some events twice, but misses none
   */
  send(events: readonly FeedEvent[], position: FeedCursor): void {
    if (!events.length) return;
    const messages = events.map(toMessage);
    // With the last message only: a reader that loses the connection before it has not got all events up to the position.
    const last = `id: ${encodeFeedCursor(position)}\n${messages.pop()}`;
    const text = messages.join('') + last;
    if (this.held) this.held.push(text);
    else this.write(text);
  }

  /** Proxies keep the connection, and a reader that gets none for long knows that it is lost. */
  ping(): void {
    this.write('event: ping\ndata: {}\n\n');
  }

  end(): void {
    this.body.end();
  }

  /** Ends the stream because the server stops, and spreads the return of its readers over some seconds. */
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
