import type { ServerResponse } from 'node:http';
import { Injectable, type OnModuleDestroy, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Feed, type FeedCursor, type FeedEvent } from '../history';
import { stillPermitted } from '../platform/access/access-recheck';
import { onClosed } from '../platform/http/on-closed';
import { Followers } from './followers';
import { LiveStream } from './live-stream';

/** Maximum number of open streams in a process: a hundred megabytes, at about 20 kB each. */
const MAX_STREAMS = 5000;

/** Maximum number of open streams of one account in a process, so that one account cannot use up MAX_STREAMS. */
const MAX_STREAMS_OF_ONE = 100;

/** Maximum number of missed events that a resumed stream sends. A reader that missed more has to reload. */
const MAX_MISSED = 1000;

/** Time between pings, in milliseconds: nginx closes a connection after 15 s without data. */
const PING_MS = 10_000;

/** Time between two permission checks of the readers, in milliseconds. One query checks all of them. */
const RECHECK_MS = 4000;

/**
 * Time that readers have to take the rest of their streams when the server stops, in milliseconds. Their connections are then destroyed and
 * they resume. Otherwise a reader that does not read would keep the process running.
 */
const STOP_TIMEOUT_MS = 500;

/** The open streams, by the request that opened them. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly streams = new Map<FastifyRequest, LiveStream>();
  /** Responses that are not completely sent. A response outlives its stream. */
  private readonly responses = new Set<ServerResponse>();
  private readonly rechecks = setInterval(() => void this.recheck(), RECHECK_MS).unref();
  private isStopping = false;

  constructor(
    private readonly feed: Feed,
    private readonly followers: Followers,
  ) {
    followers.onEvents = (events, position) => this.streams.forEach((stream) => stream.send(events, position));
    followers.onPresence = (tickets) => this.streams.forEach((stream) => stream.present(tickets));
  }

  /** Number of open streams. */
  get count(): number {
    return this.streams.size;
  }

  /**
   * Opens a stream. It ends when its reader loses the permission, or when the server stops.
   * @param response sends the stream
   * @param after the position from which the reader resumes; undefined for new events only
   * @throws ServiceUnavailableException if there are too many streams, or the server stops
   */
  async open(request: FastifyRequest, response: ServerResponse, after: FeedCursor | undefined): Promise<LiveStream> {
    const isFull = this.streams.size >= MAX_STREAMS || this.countOfSameReader(request) >= MAX_STREAMS_OF_ONE;
    if (this.isStopping || isFull) {
      throw new ServiceUnavailableException('There are too many streams. Try again in a few seconds');
    }
    const stream = new LiveStream();
    this.streams.set(request, stream); // before the first read, so that no event is lost in between
    this.responses.add(response);
    onClosed(response, () => this.responses.delete(response));
    const pings = setInterval(() => stream.ping(), PING_MS);
    stream.body.once('close', () => {
      clearInterval(pings);
      this.streams.delete(request);
      if (!this.streams.size) this.followers.stop();
    });
    try {
      await this.start(stream, after);
    } catch (error) {
      stream.body.destroy();
      throw error;
    }
    return stream;
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.rechecks);
    for (const stream of this.streams.values()) stream.endForRestart();
    setTimeout(() => this.responses.forEach((response) => response.destroy()), STOP_TIMEOUT_MS).unref();
    this.followers.stop();
  }

  /** Number of open streams of the requesting account; 0 in an open API, which has no accounts. */
  private countOfSameReader(request: FastifyRequest): number {
    const userId = userIdOf(request);
    if (userId === undefined) return 0;
    return [...this.streams.keys()].filter((other) => userIdOf(other) === userId).length;
  }

  /**
   * Ends the streams whose readers lost their permission. If the check itself fails, ends all streams, so that no reader continues
   * unchecked. Clients reconnect.
   */
  private async recheck(): Promise<void> {
    const requests = [...this.streams.keys()];
    const permitted = await stillPermitted(requests).catch(() => new Set<FastifyRequest>());
    for (const request of requests) if (!permitted.has(request)) this.streams.get(request)?.end();
  }

  /**
   * Starts a stream at the reader's last position. If that is too old or unknown to this database, resets the reader to the current
   * position.
   */
  private async start(stream: LiveStream, after: FeedCursor | undefined): Promise<void> {
    const { feed, presence } = await this.followers.start();
    const { position } = feed;
    const missed = after && (await this.missedSince(after));
    stream.start((missed && after) ?? position, presence.all());
    if (after && !missed) stream.reset(position);
    stream.catchUp(missed ?? [], missed?.findLast((event) => event.is_settled) ?? after ?? position);
  }

  /** @returns undefined if the reader has to reload */
  private async missedSince(after: FeedCursor): Promise<FeedEvent[] | undefined> {
    if (!(await this.feed.includes(after))) return undefined;
    const missed = await this.feed.read(after, MAX_MISSED + 1);
    return missed.length > MAX_MISSED ? undefined : missed;
  }
}

function userIdOf({ identity }: FastifyRequest): number | undefined {
  return identity && 'userId' in identity.actor ? identity.actor.userId : undefined;
}
