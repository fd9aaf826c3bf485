import { Readable } from 'node:stream';
import { type RowFormat, isKnownEncoding, shortened } from '@docket/import-rows';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RecheckAccess, recheckAccessOf } from '../../platform/access/access-recheck';
import { declaredCharset } from '../../platform/http/declared-charset';
import { disconnectSignal } from '../../platform/http/disconnect-signal';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { fingerprintOf } from '../../platform/idempotency/fingerprint';
import { IDEMPOTENCY_KEY, readIdempotencyKey } from '../../platform/idempotency/idempotency-key';
import type { ActorKey } from '../../platform/idempotency/key-owner';
import { MediaTypeException } from '../../platform/problems/media-type.exception';

/**
 * Media types of import files, with the formats that they suggest. The content of a file takes precedence: Windows labels CSV as an Excel
 * file, and many programs label any file as text or binary.
 */
export const IMPORT_MEDIA_TYPES: Readonly<Record<string, RowFormat>> = {
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'application/json': 'json',
  'text/tab-separated-values': 'csv',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/x-jsonlines': 'ndjson',
  'application/x-ldjson': 'ndjson',
  'application/json-seq': 'json',
  'application/csv': 'csv',
  'text/x-csv': 'csv',
  'text/json': 'json',
  'text/plain': 'csv',
  'application/vnd.ms-excel': 'csv',
  'application/octet-stream': 'csv',
};

/** A file that is being uploaded. */
export interface ImportFile {
  /** The format suggested by the media type. */
  readonly format: RowFormat;
  /** The encoding that the media type declares. */
  readonly encoding?: string;
  readonly content: Readable;
  /** The Idempotency-Key of the upload, if it has one. */
  readonly key?: Omit<ActorKey, 'actor'>;
  /** Aborts if the client disconnects before the response. */
  readonly signal: AbortSignal;
  /** Checks that the sender may still import. */
  readonly recheckAccess: RecheckAccess;
}

/** The request body as an import file. */
export const UploadedFile = createParamDecorator((_data: unknown, context: ExecutionContext): ImportFile => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return {
    format: importFormat(request),
    encoding: declaredEncoding(request),
    content: request.body instanceof Readable ? request.body : Readable.from([]), // a missing body counts as an empty file
    ...keyOf(request),
    signal: disconnectSignal(http.getResponse<FastifyReply>()),
    recheckAccess: recheckAccessOf(context),
  };
});

/**
 * The format that the media type of a request suggests.
 * @throws MediaTypeException for other media types
 */
export function importFormat({ raw }: FastifyRequest): RowFormat {
  const type = raw.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = Object.hasOwn(IMPORT_MEDIA_TYPES, type) ? IMPORT_MEDIA_TYPES[type] : undefined;
  if (!format) throw new MediaTypeException(Object.keys(IMPORT_MEDIA_TYPES));
  return format;
}

/**
 * The encoding that the media type declares.
 * @throws InvalidInputException if it is unknown: another encoding would corrupt the texts of the file
 */
function declaredEncoding(request: FastifyRequest): string | undefined {
  const charset = declaredCharset(request);
  if (charset === undefined || isKnownEncoding(charset)) return charset;
  const detail = `has a media type whose charset "${shortened(charset)}" is not known; without charset, the encoding is guessed`;
  throw new InvalidInputException([{ pointer: '', detail }]);
}

/** Reads the raw headers, because `request.headers` contains the replaced media type. */
function keyOf({ method, url, ip, raw: { headers } }: FastifyRequest): Pick<ImportFile, 'key'> {
  const key = readIdempotencyKey(headers[IDEMPOTENCY_KEY]);
  return key === undefined
    ? {}
    : { key: { key, address: ip, fingerprint: fingerprintOf(method, url, headers['content-type'] ?? '') } };
}
