import { Readable } from 'node:stream';
import type { RowFormat } from '@docket/import-rows';
import { type ExecutionContext, UnsupportedMediaTypeException, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The types of a body that can be imported, and the form of its rows. */
export const IMPORT_MEDIA_TYPES: Readonly<Record<string, RowFormat>> = {
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
};

/** A file that is being sent. */
export interface ImportFile {
  readonly format: RowFormat;
  readonly content: Readable;
  /** Aborted when the client goes away without waiting for the answer. */
  readonly signal: AbortSignal;
}

/** The body of the request as a file to import. */
export const SentFile = createParamDecorator((_data: unknown, context: ExecutionContext): ImportFile => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return {
    format: importFormat(request),
    content: request.body instanceof Readable ? request.body : Readable.from([]), // no body at all is an empty file
    signal: whenGone(http.getResponse<FastifyReply>()),
  };
});

/**
 * The form of the rows that a request sends. Parameters of its type are not looked at: the bytes themselves have to be UTF-8.
 * @throws UnsupportedMediaTypeException when it sends something else
 */
export function importFormat({ headers }: FastifyRequest): RowFormat {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(IMPORT_MEDIA_TYPES, type) ? IMPORT_MEDIA_TYPES[type] : undefined;
  if (!format) {
    throw new UnsupportedMediaTypeException(`The body must be ${Object.keys(IMPORT_MEDIA_TYPES).join(' or ')}`);
  }
  return format;
}

function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
