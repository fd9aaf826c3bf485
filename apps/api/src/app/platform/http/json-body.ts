import type { FastifyInstance } from 'fastify';
import { MalformedJsonException } from '../problems/malformed-json.exception';
import { jsonErrorPosition } from '../validation/json-error-position';

/** Maximum size of a JSON body, in bytes. Fits the longest description with each character as two escapes of 6 bytes. */
export const JSON_BODY_LIMIT = 1_572_864;

/** Accepts JSON bodies only. Fastify also accepts text/plain by default; here it gets 415. */
export function acceptJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_BODY_LIMIT },
    (_request: unknown, body: Buffer) => Promise.resolve(body).then(parseJson),
  );
}

/**
 * Parses a JSON body in UTF-8.
 * @throws MalformedJsonException with the position of the first error
 */
function parseJson(body: Buffer): unknown {
  const text = decode(body);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // V8's message quotes the body, and does not always have a position
    throw new MalformedJsonException(`The body is not valid JSON: ${describePosition(text, jsonErrorPosition(text))}`);
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new MalformedJsonException('The body is not valid UTF-8');
  }
}

function describePosition(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  const error = position < text.length ? 'an unexpected character' : 'it ends too early';
  return `${error} at position ${position} (line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})`;
}
