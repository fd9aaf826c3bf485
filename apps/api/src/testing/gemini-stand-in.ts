import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A local server that speaks as much of Gemini's REST API as the classifier uses, well-behaved or not. Tests run the real SDK
 * against it. It can run as a process too, without a build, which is why it imports nothing of ours and needs no compiler:
 *
 *     node apps/api/src/testing/gemini-stand-in.ts 4010
 *     curl -d '{"mode":"down"}' http://127.0.0.1:4010/control
 */
export interface GeminiStandIn {
  /** What GEMINI_BASE_URL is to be set to. */
  readonly url: string;
  /** Every call so far, the oldest first. */
  readonly requests: RecordedRequest[];
  /** How calls are answered from now on; at first by the words of the ticket. */
  mode: StandInMode;
  /** Milliseconds that every answer takes. */
  delayMs: number;
  /** Answers for the next calls, one each; then {@link mode} applies again. */
  readonly next: StandInMode[];
  close(): Promise<void>;
}

/** One call as it arrived. */
export interface RecordedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: RequestBody;
}

/** The parts of a request that tests look at. */
export interface RequestBody {
  readonly systemInstruction?: { readonly parts: readonly { readonly text: string }[] };
  readonly contents?: readonly { readonly role: string; readonly parts: readonly { readonly text: string }[] }[];
  readonly generationConfig?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

type Responder = (response: ServerResponse, body: RequestBody) => void;
export type StandInMode = keyof typeof MODES | Responder;

const json =
  (status: number, body: unknown): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const html =
  (status: number): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Please come back later</body></html>');
  };

const error = (code: number, status: string, message: string, details: unknown[] = []): Responder =>
  json(code, { error: { code, message, status, details } });

const usageMetadata = { promptTokenCount: 700, candidatesTokenCount: 12, totalTokenCount: 712 };
const modelVersion = 'gemini-stand-in-001';

const candidate = (parts: unknown[] | undefined, finishReason = 'STOP'): Responder =>
  json(200, {
    candidates: [{ index: 0, finishReason, content: { role: 'model', ...(parts && { parts }) } }],
    usageMetadata,
    modelVersion,
  });

const labels = (category: string, priority: string) => JSON.stringify({ category, priority });

/** Answers with a text of the test's own, as the model's. */
export const says = (text: string): Responder => candidate([{ text }]);

/** Answers 429 and asks for a pause, as Google does, in a protobuf duration such as "7s". */
export const asksForPause = (retryDelay: string): Responder =>
  error(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota', [
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay },
  ]);

/** Everything that the service, or the way to it, has been seen or read to do. */
export const MODES = {
  keywords: (response: ServerResponse, body: RequestBody) => says(labelsByKeyword(body))(response, body),
  answer: says(labels('technical', 'critical')),
  fenced: says(`\`\`\`json\n${labels('technical', 'critical')}\n\`\`\``),
  thought: candidate([
    { text: 'Money, so {"category":"billing"}?', thought: true },
    { text: labels('technical', 'critical') },
  ]),
  'two-parts': candidate([{ text: '{"category":"technical",' }, { text: '"priority":"critical"}' }]),
  truncated: candidate([{ text: '{"category":"techn' }], 'MAX_TOKENS'),
  'no-parts': candidate(undefined),
  'no-candidates': json(200, { candidates: [], usageMetadata, modelVersion }),
  'unknown-label': says(labels('spam', 'critical')),
  'not-json': says('It is a technical ticket.'),
  'blocked-prompt': json(200, { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata, modelVersion }),
  safety: candidate(undefined, 'SAFETY'),
  'prohibited-content': candidate([{ text: labels('technical', 'critical') }], 'PROHIBITED_CONTENT'),
  'bad-request': error(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.'),
  'bad-key': error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
    { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
  ]),
  'refuses-thinking': error(
    400,
    'INVALID_ARGUMENT',
    'Thinking budget 0 is invalid. This model only works in thinking mode.',
  ),
  'needs-thinking': (response: ServerResponse, body: RequestBody) =>
    MODES[body.generationConfig?.['thinkingConfig'] ? 'refuses-thinking' : 'answer'](response, body),
  unauthenticated: error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
  forbidden: error(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked.'),
  'unknown-model': error(404, 'NOT_FOUND', 'This model is no longer available to new users.'),
  'request-timeout': error(408, 'DEADLINE_EXCEEDED', 'The request took too long.'),
  'rate-limited': asksForPause('7s'),
  'server-error': error(500, 'INTERNAL', 'An internal error has occurred.'),
  unavailable: error(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
  'unavailable-html': html(503),
  html: html(200),
  'hang-before-headers': () => undefined,
  'hang-in-body': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"candidates":[');
  },
  'reset-before-headers': (response: ServerResponse) => response.socket?.resetAndDestroy(),
  'reset-in-body': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"candidates":[', () => response.socket?.resetAndDestroy());
  },
  /** As when the service cannot be reached at all. */
  down: (response: ServerResponse) => response.socket?.destroy(),
} satisfies Record<string, Responder>;

const CATEGORY_WORDS = {
  billing: ['charge', 'refund', 'invoice', 'payment', 'paid', 'bill', 'fee'],
  account: ['password', 'sign in', 'log in', 'login', 'locked out', 'verification', 'profile'],
  technical: ['error', 'crash', 'down', 'broken', 'slow', 'fails', 'not working', 'bug'],
};
const PRIORITY_WORDS = {
  critical: ['everyone', 'outage', 'down', 'data loss', 'breach'],
  high: ['urgent', 'cannot', 'locked out', 'twice', 'stolen'],
  low: ['how do i', 'wondering', 'would be nice', 'typo'],
};

/** Labels by the first word that is found, so that journeys can foresee them. */
function labelsByKeyword(body: RequestBody): string {
  const text = (body.contents?.[0]?.parts[0]?.text ?? '').toLowerCase();
  const find = (table: Record<string, string[]>) =>
    Object.entries(table).find(([, words]) => words.some((word) => text.includes(word)))?.[0];
  return labels(find(CATEGORY_WORDS) ?? 'general', find(PRIORITY_WORDS) ?? 'medium');
}

/** Starts a stand-in on the loopback address, by default on a free port. */
export async function startGeminiStandIn(options: { port?: number; mode?: StandInMode } = {}): Promise<GeminiStandIn> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const standIn: GeminiStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    mode: options.mode ?? 'keywords',
    delayMs: 0,
    next: [],
    close: () => closeServer(server),
  };
  server.on('request', (request, response) => {
    void receive(request).then((text) => {
      if (request.url === '/control') control(standIn, response, text);
      else setTimeout(() => answer(standIn, request, response, text), standIn.delayMs);
    });
  });
  return standIn;
}

/** `POST /control` with `{"mode":"down","delay_ms":500}`, both optional; answers with what applies now. */
function control(standIn: GeminiStandIn, response: ServerResponse, text: string): void {
  const { mode, delay_ms: delayMs } = JSON.parse(text || '{}') as { mode?: string; delay_ms?: number };
  if (mode !== undefined && !(mode in MODES)) return json(400, { modes: Object.keys(MODES) })(response, {});
  if (mode !== undefined) standIn.mode = mode as keyof typeof MODES;
  if (delayMs !== undefined) standIn.delayMs = delayMs;
  json(200, { mode: standIn.mode, delay_ms: standIn.delayMs, calls: standIn.requests.length })(response, {});
}

/** Is as strict on the path and the key as the real one. */
function answer(standIn: GeminiStandIn, request: IncomingMessage, response: ServerResponse, text: string): void {
  const body = JSON.parse(text || '{}') as RequestBody;
  standIn.requests.push({ path: request.url ?? '', headers: request.headers, body });
  const isKnownPath = /^\/v1beta\/models\/[\w.-]+:generateContent$/.test(request.url ?? '');
  if (request.method !== 'POST' || !isKnownPath) return MODES['unknown-model'](response, body);
  if (!request.headers['x-goog-api-key']) return MODES.unauthenticated(response, body);
  const mode = standIn.next.shift() ?? standIn.mode;
  (typeof mode === 'function' ? mode : MODES[mode])(response, body);
}

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

if (process.argv[1]?.endsWith('gemini-stand-in.ts')) {
  void startGeminiStandIn({ port: Number(process.argv[2] ?? 0) }).then(({ url }) => {
    process.stdout.write(`Gemini stand-in at ${url}\n`);
  });
}
