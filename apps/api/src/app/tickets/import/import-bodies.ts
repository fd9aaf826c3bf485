import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MediaTypeException } from '../../platform/problems/media-type.exception';
import { IMPORT_MEDIA_TYPES, importFormat } from './import-file';

const IMPORT_ROUTE = '/api/tickets/import';

/** Replaces the media types of import files on their route, so that JSON is not parsed as an ordinary body. */
const IMPORT_FILE = 'application/vnd.docket.import-file';

/**
 * Passes import files to their handler as streams, without the size limit of other bodies. Rejects other media types on the import route,
 * and import files on other routes, before reading them.
 */
export function streamImportFiles(fastify: FastifyInstance): void {
  const rests = new UnreadRests();
  fastify.addHook('preClose', (done) => {
    rests.limit();
    done();
  });
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    if (isImport(request)) {
      importFormat(request);
      request.headers = { 'content-type': IMPORT_FILE };
    }
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (isImport(request) && !request.raw.complete) rests.discard(request, reply);
    done();
  });
  const types = Object.keys(IMPORT_MEDIA_TYPES).filter((type) => type !== 'application/json');
  fastify.addContentTypeParser([IMPORT_FILE, ...types], (request, content, done) => {
    if (isImport(request) || request.is404) done(null, content);
    else done(new MediaTypeException(['application/json']));
  });
}

/**
 * Limits for discarding the rest of a file after its response, in bytes and milliseconds. Many clients read a response only after sending
 * everything, and lose it if the connection closes before.
 */
const DISCARDED_MAX_BYTES = 67_108_864;
const DISCARDING_MS = 30_000;

/** Time for a client to read the response afterwards, in milliseconds. Closing the connection immediately could discard the response. */
const LINGER_MS = 2000;

/** The same while the process stops, in milliseconds: it waits at most 10 seconds for its connections. */
const DISCARDING_WHILE_STOPPING_MS = 5000;

/** The rests of files whose import has ended. */
class UnreadRests {
  private readonly sockets = new Set<Socket>();
  private maximumMs = DISCARDING_MS;

  /** Closes the connection after the response, and discards the rest of the file within limits. */
  discard({ raw }: FastifyRequest, reply: FastifyReply): void {
    const { socket } = raw;
    reply.header('Connection', 'close');
    socket.destroySoon = () => {
      socket.end();
      let left = DISCARDED_MAX_BYTES;
      const linger = () => {
        raw.pause();
        destroyAfter(socket, LINGER_MS);
      };
      if (raw.readableEnded) linger();
      raw.once('end', linger).on('data', ({ length }: Uint8Array) => {
        if (left > 0 && (left -= length) <= 0) linger();
      });
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      destroyAfter(socket, this.maximumMs);
    };
  }

  /** Call when the process stops. */
  limit(): void {
    this.maximumMs = DISCARDING_WHILE_STOPPING_MS;
    for (const socket of this.sockets) destroyAfter(socket, this.maximumMs);
  }
}

function destroyAfter(socket: Socket, ms: number): void {
  setTimeout(() => socket.destroy(), ms).unref();
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === IMPORT_ROUTE;
}
