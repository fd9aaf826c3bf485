import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A local server with the part of Gemini's REST API that the classifier uses, including its failures. Tests connect the real SDK to it.
 * It also runs as a process. Node has to load it without a build, so it imports only Node modules and uses erasable TypeScript syntax:
 *
 *     node apps/api/src/testing/gemini-stand-in.ts 4010
 *     curl -d '{"mode":"down"}' http://127.0.0.1:4010/control
 */
export interface GeminiStandIn {
  /** Value for GEMINI_BASE_URL. */
  readonly url: string;
  /** All calls, oldest first. */
  readonly requests: RecordedRequest[];
  /** Response to further calls. Default: `keywords`, which depends on the ticket. */
  mode: StandInMode;
  /** Delay of every response, in milliseconds. */
  delayMs: number;
  /** Modes of the next calls, one per call. Afterwards {@link mode} applies. */
  readonly next: StandInMode[];
  close(): Promise<void>;
}

/** One received call. */
export interface RecordedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: RequestBody;
}

/** Fields of a request body that tests use. */
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

const propertiesJson = (category: string, priority: string) => JSON.stringify({ category, priority });

/** Responds with the given text as output of the model. */
export const respondWithText = (text: string): Responder => candidate([{ text }]);

/** Responds 429 with a RetryInfo. @param retryDelay protobuf duration such as "7s" */
export const respondWithRetryDelay = (retryDelay: string): Responder =>
  error(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota', [
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay },
  ]);

/** Observed or documented behaviour of the service and the network. */
export const MODES = {
  keywords: (response: ServerResponse, body: RequestBody) =>
    respondWithText(isAskedForSentences(body) ? sentencesByPart(body) : propertiesByKeyword(body))(response, body),
  /** Sentences that repeat their quotes, with the placeholders in them. */
  'repeats-quotes': (response: ServerResponse, body: RequestBody) =>
    respondWithText(sentencesByPart(body, (_from, _number, quote) => quote))(response, body),
  answer: respondWithText(propertiesJson('technical', 'critical')),
  fenced: respondWithText(`\`\`\`json\n${propertiesJson('technical', 'critical')}\n\`\`\``),
  thought: candidate([
    { text: 'Money, so {"category":"billing"}?', thought: true },
    { text: propertiesJson('technical', 'critical') },
  ]),
  'two-parts': candidate([{ text: '{"category":"technical",' }, { text: '"priority":"critical"}' }]),
  truncated: candidate([{ text: '{"category":"techn' }], 'MAX_TOKENS'),
  'no-parts': candidate(undefined),
  'no-candidates': json(200, { candidates: [], usageMetadata, modelVersion }),
  'unknown-category': respondWithText(propertiesJson('spam', 'critical')),
  'not-json': respondWithText('It is a technical ticket.'),
  'blocked-prompt': json(200, { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata, modelVersion }),
  safety: candidate(undefined, 'SAFETY'),
  'prohibited-content': candidate([{ text: propertiesJson('technical', 'critical') }], 'PROHIBITED_CONTENT'),
  'bad-request': error(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.'),
  'bad-key': error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
    { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
  ]),
  'rejects-thinking': error(
    400,
    'INVALID_ARGUMENT',
    'Thinking budget 0 is invalid. This model only works in thinking mode.',
  ),
  'needs-thinking': (response: ServerResponse, body: RequestBody) =>
    MODES[body.generationConfig?.['thinkingConfig'] ? 'rejects-thinking' : 'answer'](response, body),
  unauthenticated: error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
  forbidden: error(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked.'),
  'unknown-model': error(404, 'NOT_FOUND', 'This model is no longer available to new users.'),
  'request-timeout': error(408, 'DEADLINE_EXCEEDED', 'The request took too long.'),
  'rate-limited': respondWithRetryDelay('7s'),
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
  /** Closes the connection, as if the service were unreachable. */
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

/** Chooses category and priority by the first keyword in the ticket, so that journeys can predict them. */
function propertiesByKeyword(body: RequestBody): string {
  const prompt = body.contents?.[0]?.parts[0]?.text ?? '';
  const text = prompt.replace(/-[\da-f]{24}\b/g, '').toLowerCase(); // the random token may contain "fee"
  const find = (table: Record<string, string[]>) =>
    Object.entries(table).find(([, words]) => words.some((word) => text.includes(word)))?.[0];
  return propertiesJson(find(CATEGORY_WORDS) ?? 'general', find(PRIORITY_WORDS) ?? 'medium');
}

function isAskedForSentences({ generationConfig }: RequestBody): boolean {
  return JSON.stringify(generationConfig?.['responseSchema'] ?? {}).includes('"sentences"');
}

/** One sentence about each of the first three parts of a conversation, with a quote, and one with an invented quote. */
function sentencesByPart(
  body: RequestBody,
  textOf = (from: string, number: string, _quote: string) => `The ${from} wrote part ${number}.`,
): string {
  const text = body.contents?.[0]?.parts[0]?.text ?? '';
  const parts = [...text.matchAll(/<part-\w+ number="(\d+)" from="(\w+)">\n(.*?)\n<\/part-/gs)].slice(0, 3);
  const sentences = parts.map(([, number = '', from = '', content = '']) => {
    const quote = content.slice(0, 60);
    return { text: textOf(from, number, quote), quote, part: Number(number) };
  });
  const invented = { text: 'We have refunded everything.', quote: 'we will refund everything today', part: 0 };
  return JSON.stringify({ sentences: [...sentences, invented] });
}

/** Starts a stand-in on 127.0.0.1. Default port: a free one. */
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
    void readBody(request).then((text) => {
      if (request.url === '/control') handleControl(standIn, response, text);
      else setTimeout(() => handleCall(standIn, request, response, text), standIn.delayMs);
    });
  });
  return standIn;
}

/** Handles `POST /control` with `{"mode":"down","delay_ms":500}`, both optional. Responds with the current values. */
function handleControl(standIn: GeminiStandIn, response: ServerResponse, text: string): void {
  const { mode, delay_ms: delayMs } = JSON.parse(text || '{}') as { mode?: string; delay_ms?: number };
  if (mode !== undefined && !(mode in MODES)) return json(400, { modes: Object.keys(MODES) })(response, {});
  if (mode !== undefined) standIn.mode = mode as keyof typeof MODES;
  if (delayMs !== undefined) standIn.delayMs = delayMs;
  json(200, { mode: standIn.mode, delay_ms: standIn.delayMs, calls: standIn.requests.length })(response, {});
}

/** Rejects an unknown path and a missing API key like the real service. */
function handleCall(standIn: GeminiStandIn, request: IncomingMessage, response: ServerResponse, text: string): void {
  const body = JSON.parse(text || '{}') as RequestBody;
  standIn.requests.push({ path: request.url ?? '', headers: request.headers, body });
  const isKnownPath = /^\/v1beta\/models\/[\w.-]+:generateContent$/.test(request.url ?? '');
  if (request.method !== 'POST' || !isKnownPath) return MODES['unknown-model'](response, body);
  if (!request.headers['x-goog-api-key']) return MODES.unauthenticated(response, body);
  const mode = standIn.next.shift() ?? standIn.mode;
  (typeof mode === 'function' ? mode : MODES[mode])(response, body);
}

async function readBody(request: IncomingMessage): Promise<string> {
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
