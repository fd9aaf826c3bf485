import { Readable } from 'node:stream';
import { type RowFormat, isKnownEncoding } from '@docket/import-rows';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MediaTypeException } from '../../platform/problems/media-type.exception';

/** The media types of import files, with the formats that they stand for. The content of a file has the last word. */
export const IMPORT_MEDIA_TYPES: Readonly<Record<string, RowFormat>> = {
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'application/json': 'json',
  'text/tab-separated-values': 'csv',
};

const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]+)/i;

/** A file that is being uploaded. */
export interface ImportFile {
  /** The format by the media type. */
  readonly format: RowFormat;
  /** The encoding that the media type declares. */
  readonly encoding?: string;
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
    encoding: declaredEncoding(request),
    content: request.body instanceof Readable ? request.body : Readable.from([]), // a missing body is an empty file
    signal: disconnectSignal(http.getResponse<FastifyReply>()),
  };
});

/**
 * The format that the media type of a request stands for.
 * @throws MediaTypeException for other media types
 */
export function importFormat({ raw }: FastifyRequest): RowFormat {
  const type = raw.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(IMPORT_MEDIA_TYPES, type) ? IMPORT_MEDIA_TYPES[type] : undefined;
  if (!format) throw new MediaTypeException(Object.keys(IMPORT_MEDIA_TYPES));
  return format;
}

/** The encoding that the media type names; undefined if there is none, or one that is not known. */
function declaredEncoding({ raw }: FastifyRequest): string | undefined {
  const charset = CHARSET.exec(raw.headers['content-type'] ?? '')?.[1];
  return charset && isKnownEncoding(charset) ? charset : undefined;
}

function disconnectSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
