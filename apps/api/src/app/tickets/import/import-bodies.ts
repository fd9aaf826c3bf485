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
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    if (isImport(request)) {
      importFormat(request);
      request.headers = { 'content-type': IMPORT_FILE };
    }
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (isImport(request) && !request.raw.complete) closeUnread(request, reply);
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

/** Closes the connection after the response, and discards the rest of the file within limits. */
function closeUnread({ raw }: FastifyRequest, reply: FastifyReply): void {
  const { socket } = raw;
  reply.header('Connection', 'close');
  socket.destroySoon = () => {
    socket.end();
    let left = DISCARDED_MAX_BYTES;
    const linger = () => {
      raw.pause();
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
    };
    if (raw.readableEnded) linger();
    raw.once('end', linger).on('data', ({ length }: Uint8Array) => {
      if (left > 0 && (left -= length) <= 0) linger();
    });
    setTimeout(() => socket.destroy(), DISCARDING_MS).unref();
  };
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === IMPORT_ROUTE;
}
