import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MediaTypeException } from '../../platform/problems/media-type.exception';
import { IMPORT_MEDIA_TYPES, importFormat } from './import-file';

const IMPORT_ROUTE = '/api/tickets/import';

/** Stands for all media types of import files on their route, so that JSON is not parsed as the body of a request. */
const IMPORT_FILE = 'application/vnd.docket.import-file';

/**
 * Passes import files to their handler as streams, without the size limit of other bodies. Rejects other media types on
 * the import route, and import files on other routes, before reading them.
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
 * Time for a client to read the response to a file that is not read to its end, in milliseconds. Closing the connection at once could
 * discard the response.
 */
const LINGER_MS = 2000;

/** Ends the connection after the response, without reading the rest of the file. */
function closeUnread({ raw: { socket } }: FastifyRequest, reply: FastifyReply): void {
  reply.header('Connection', 'close');
  socket.destroySoon = () => {
    socket.pause();
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === IMPORT_ROUTE;
}
