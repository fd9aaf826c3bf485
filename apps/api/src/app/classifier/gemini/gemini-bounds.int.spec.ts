import { gzipSync } from 'node:zlib';
import { redirectTo, respondWithLongBody } from '../../../testing/gemini-out-of-bounds';
import { type GeminiStandIn, respondWithText, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { ManualDeadline } from '../../../testing/manual-deadline';
import type { ClassifierFailure } from '../classifier-failure';
import { toModelText } from '../privacy/model-text';
import { RESPONSE_MAX_BYTES } from '../../platform/http/bounded-fetch';
import { GeminiClassifier } from './gemini-classifier.provider';
import { GeminiModel } from './gemini-model';

// The real SDK, connected to a stand-in for Gemini that misbehaves.

let gemini: GeminiStandIn;
beforeEach(async () => (gemini = await startGeminiStandIn()));
afterEach(() => gemini.close());

function classify() {
  const classifier = new GeminiClassifier(
    new GeminiModel({ apiKey: 'AIza-test-key', model: 'gemini-2.5-flash', baseUrl: gemini.url }),
  );
  return classifier.classify(toModelText({ description: 'Checkout is down' }), new ManualDeadline());
}

describe('a response out of bounds', () => {
  const PIECE = '['.repeat(65_536);
  const BODY_LENGTH = 200_000_000;
  /** The limit, and what the buffers of both sides hold. */
  const MAX_SENT = RESPONSE_MAX_BYTES + 8_000_000;

  it.each([200, 400, 500])('is cut off while it arrives, with status %i', async (status) => {
    let sent = 0;
    gemini.mode = respondWithLongBody(status, PIECE, BODY_LENGTH, (bytes) => (sent = bytes));

    await expect(classify()).rejects.toMatchObject({ name: 'ClassifierFailure' });

    expect(sent).toBeLessThan(MAX_SENT);
  });

  it('is invalid output, without a retry', async () => {
    gemini.mode = respondWithLongBody(200, PIECE, 5_000_000);

    const failure = await classify().catch((error: unknown) => error);

    expect(failure).toMatchObject({ reason: 'invalid_output' });
    expect((failure as ClassifierFailure).details.retry).toBeUndefined();
  });

  it('is cut off after decompression', async () => {
    const bomb = gzipSync(JSON.stringify({ candidates: [{ content: { parts: [{ text: ' '.repeat(50_000_000) }] } }] }));
    gemini.mode = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);

    await expect(classify()).rejects.toMatchObject({ reason: 'invalid_output' });
  });

  it('of the maximum length is read', async () => {
    const answer = '{"category":"billing","priority":"low"}';
    gemini.mode = respondWithText(answer.padEnd(RESPONSE_MAX_BYTES - 500));

    await expect(classify()).resolves.toMatchObject({ category: 'billing' });
  });

  it.each([
    ['spaces', ' '.repeat(4000)],
    ['spaces in a code fence', `\`\`\`${' '.repeat(200_000)}x`],
    ['brackets', '['.repeat(200_000)],
    ['braces', '{"a":'.repeat(50_000)],
  ])('of %s is a failure', async (_case, text) => {
    gemini.mode = respondWithText(text);

    await expect(classify()).rejects.toMatchObject({ name: 'ClassifierFailure' });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is not followed to another host: %i', async (status) => {
    const other = await startGeminiStandIn({ mode: 'answer' });
    gemini.mode = redirectTo(`${other.url}/v1beta/models/gemini-2.5-flash:generateContent`, status);

    const failure = await classify().catch((error: unknown) => error);
    await other.close();

    expect(failure).toMatchObject({ reason: 'upstream_error', details: { status } });
    expect(other.requests).toEqual([]);
    expect(gemini.requests).toHaveLength(1);
  });
});

it('leaves the global fetch unchanged', async () => {
  const original = globalThis.fetch;

  const result = classify();

  expect(globalThis.fetch).toBe(original);
  await result;
  expect(globalThis.fetch).toBe(original);
});
