import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IMPORT_MEDIA_TYPES, importFormat } from './import-file';

const IMPORT_ROUTE = '/api/tickets/import';

/**
 * Hands files to import to their handler as streams, without the limit of other bodies: they are read as fast as they are
 * stored. A file sent to another operation is refused, and so is anything else that is sent here, before it is read.
 */
export function takeImportFiles(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async (request) => {
    if (isImport(request)) importFormat(request);
  });
  fastify.addContentTypeParser(Object.keys(IMPORT_MEDIA_TYPES), async (request: FastifyRequest, content: unknown) => {
    if (!isImport(request) && !request.is404)
      throw new UnsupportedMediaTypeException('The body must be application/json');
    return content;
  });
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === IMPORT_ROUTE;
}
