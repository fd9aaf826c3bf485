import type { FastifyInstance, FastifyRequest } from 'fastify';
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
  const types = Object.keys(IMPORT_MEDIA_TYPES).filter((type) => type !== 'application/json');
  fastify.addContentTypeParser([IMPORT_FILE, ...types], (request, content, done) => {
    if (isImport(request) || request.is404) done(null, content);
    else done(new MediaTypeException(['application/json']));
  });
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === IMPORT_ROUTE;
}
