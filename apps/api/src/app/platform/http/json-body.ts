import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IDEMPOTENCY_KEY } from '../idempotency/idempotency-key';
import { InvalidInputException } from '../problems/invalid-input.exception';
import { MalformedJsonException } from '../problems/malformed-json.exception';
import { MediaTypeException } from '../problems/media-type.exception';
import { MAX_NAME_LENGTH, cutText } from '../validation/cut-text';
import { jsonErrorPosition } from '../validation/json-error-position';
import { keepDigest } from './body-digest';
import { declaredCharset } from './declared-charset';
import { structureError } from './json-structure';

/** Maximum size of a JSON body, in bytes. Fits the longest description with each character as two escapes of 6 bytes. */
export const JSON_BODY_LIMIT = 1_572_864;

/** Characters that are searched for an error: reading token by token takes longer than parsing. */
const SEARCHED_LENGTH = 65_536;
/** A word, a number or an escape that the end of the search cuts is an error at most this long before that end. */
const CUT_LENGTH = 8;

/** Accepts JSON bodies only. Fastify also accepts text/plain by default; here it gets 415. */
export function acceptJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_BODY_LIMIT },
    (request: FastifyRequest, body: Buffer) => {
      if (request.headers[IDEMPOTENCY_KEY] !== undefined) keepDigest(request, body);
      return Promise.resolve(body).then((bytes) => parseJson(bytes, declaredCharset(request)));
    },
  );
}

/**
 * Parses a JSON body. RFC 8259 knows only UTF-8, but older clients declare another charset, and send it.
 * @throws MalformedJsonException with the position of the first error
 * @throws InvalidInputException if it nests too deeply or holds too many values
 * @throws MediaTypeException if the charset is not known
 */
function parseJson(body: Buffer, charset = 'utf-8'): unknown {
  const text = decode(body, charset);
  const error = structureError(text);
  if (error !== undefined) throw new InvalidInputException([{ pointer: '', detail: error }]);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // V8's message quotes the body, and does not always have a position
    throw new MalformedJsonException(`The body is not valid JSON: ${describeError(text)}`);
  }
}

function decode(body: Buffer, charset: string): string {
  const decoder = decoderFor(charset);
  if (!decoder)
    throw new MediaTypeException(
      ['application/json'],
      `The charset "${cutText(charset, MAX_NAME_LENGTH)}" is not known`,
    );
  try {
    return decoder.decode(body);
  } catch {
    const name = decoder.encoding === 'utf-8' ? 'UTF-8' : decoder.encoding;
    throw new MalformedJsonException(`The body is not valid ${name}`);
  }
}

/** Undefined for an unknown charset. */
function decoderFor(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

/** Describes the first error in malformed JSON. */
function describeError(text: string): string {
  const position = jsonErrorPosition(text.slice(0, SEARCHED_LENGTH + CUT_LENGTH));
  if (position >= SEARCHED_LENGTH) return `the error is after the first ${SEARCHED_LENGTH} characters`;
  const lines = text.slice(0, position).split('\n');
  const error = position < text.length ? 'an unexpected character' : 'it ends too early';
  return `${error} at position ${position} (line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})`;
}
