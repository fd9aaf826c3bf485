import type { FastifyInstance } from 'fastify';
import { MalformedJsonException } from '../problems/malformed-json.exception';
import { jsonErrorPlace } from '../validation/json-error-place';

/** Largest JSON body, in bytes. The longest description fits, with each of its characters as two escapes of 6 bytes. */
export const JSON_BODY_LIMIT = 1_572_864;

/** Takes JSON bodies, and no other type: what Fastify would take beside it is answered with 415. */
export function takeJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_BODY_LIMIT },
    async (_request: unknown, body: Buffer) => parseJson(body),
  );
}

/**
 * Parses a body of JSON in UTF-8.
 * @throws MalformedJsonException that says where it is wrong
 */
export function parseJson(body: Buffer): unknown {
  const text = decode(body);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // V8's own message quotes the body and does not always say where
    throw new MalformedJsonException(`The body is not valid JSON: ${describePlace(text, jsonErrorPlace(text))}`);
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new MalformedJsonException('The body is not valid UTF-8');
  }
}

function describePlace(text: string, place: number): string {
  const lines = text.slice(0, place).split('\n');
  const what = place < text.length ? 'an unexpected character' : 'it ends too early';
  return `${what} at position ${place} (line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})`;
}
