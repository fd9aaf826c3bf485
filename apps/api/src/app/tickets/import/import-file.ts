import { Readable } from 'node:stream';
import type { RowFormat } from '@docket/import-rows';
import { type ExecutionContext, UnsupportedMediaTypeException, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The media types of import files, with their row formats. */
export const IMPORT_MEDIA_TYPES: Readonly<Record<string, RowFormat>> = {
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
};

/** A file that is being uploaded. */
export interface ImportFile {
  readonly format: RowFormat;
  readonly content: Readable;
  /** Aborts if the client disconnects before the response. */
  readonly signal: AbortSignal;
}

/** The request body as an import file. */
export const UploadedFile = createParamDecorator((_data: unknown, context: ExecutionContext): ImportFile => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return {
    format: importFormat(request),
    content: request.body instanceof Readable ? request.body : Readable.from([]), // a missing body is an empty file
    signal: disconnectSignal(http.getResponse<FastifyReply>()),
  };
});

/**
 * The row format of a request. Ignores the parameters of its media type: the content must be UTF-8 in any case.
 * @throws UnsupportedMediaTypeException for other media types
 */
export function importFormat({ headers }: FastifyRequest): RowFormat {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(IMPORT_MEDIA_TYPES, type) ? IMPORT_MEDIA_TYPES[type] : undefined;
  if (!format) {
    throw new UnsupportedMediaTypeException(`The body must be ${Object.keys(IMPORT_MEDIA_TYPES).join(' or ')}`);
  }
  return format;
}

function disconnectSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
