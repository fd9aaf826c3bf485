import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { guardConnection } from './guarded-connection';
import { isNamedPrivate } from './private-hosts';
import { retryAfterMs } from './retry-schedule';

/** Timeout of an attempt, in milliseconds: connecting, sending and the response. standardwebhooks.com recommends 15 to 30 s. */
const TIMEOUT_MS = 15_000;
/** Maximum size of a response that is read and logged, in bytes. */
const ANSWER_BYTES = 1024;
const ERROR_LENGTH = 300;
/** Docket requests no other protocol, so this response is an error of the receiver (RFC 9110, 15.2.2). */
const SWITCHING_PROTOCOLS = 101;

/** The outcome of an attempt. */
export interface Attempt {
  readonly ms: number;
  /** Undefined if there was no response. */
  readonly status?: number;
  /** The reason why there was no response. */
  readonly error?: string;
  /** The start of the response body. */
  readonly answer?: string;
  /** Delay that the receiver asks for, in milliseconds. */
  readonly retryAfterMs: number;
}

/** Sends webhook deliveries, to public addresses only. Does not follow redirects, which could lead into a private network. */
@Injectable()
export class WebhookRequest {
  /** Resolves the host name of a receiver, once per attempt: the connection uses the addresses that were checked. */
  protected readonly lookup: LookupFunction = lookup;

  constructor(private readonly settings: Settings) {}

  /**
   * Sends a delivery. Never rejects.
   * @param stop aborts the attempt when the process stops
   */
  async send(url: URL, headers: Readonly<Record<string, string>>, body: string, stop: AbortSignal): Promise<Attempt> {
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      signal.throwIfAborted();
      return { ...(await Promise.race([this.exchange(url, headers, body, signal), abortOf(signal)])), ms: took() };
    } catch (error) {
      return { ms: took(), error: signal.aborted ? timeoutText(stop) : textOf(error), retryAfterMs: 0 };
    }
  }

  private async exchange(url: URL, headers: object, body: string, signal: AbortSignal): Promise<Omit<Attempt, 'ms'>> {
    const response = await this.post(url, headers, body, signal);
    const answer = await startOf(response);
    const { statusCode: status = 0 } = response;
    return { status, answer, retryAfterMs: retryAfterMs(response.headers['retry-after']) };
  }

  private post(url: URL, headers: object, body: string, signal: AbortSignal): Promise<IncomingMessage> {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const connection = isNamedPrivate(url, this.settings.WEBHOOK_PRIVATE)
      ? { agent: false as const, lookup: this.lookup }
      : guardConnection(url, this.lookup);
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, signal };
    return new Promise((resolve, reject) => {
      const sent: ClientRequest = request(url, { ...options, ...connection }, resolve);
      // Without this listener, Node emits neither `response` nor `error` for status 101.
      sent.once('upgrade', resolve);
      sent.once('close', () => reject(new Error('The connection ended without an answer')));
      sent.once('error', reject).end(body);
    });
  }
}

/** Rejects when the signal aborts, so that an attempt ends even if its request emits no event. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Reads the start of a response body and closes the connection. */
async function startOf(response: IncomingMessage): Promise<string> {
  if (response.statusCode === SWITCHING_PROTOCOLS) {
    response.socket.destroy(); // the rest belongs to another protocol and may never end
    return '';
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= ANSWER_BYTES) break; // leaving the loop destroys the response
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, ANSWER_BYTES)).replaceAll('\0', '');
}

function timeoutText(stop: AbortSignal): string {
  return stop.aborted ? 'The server stopped during the try' : `No complete answer within ${TIMEOUT_MS / 1000} s`;
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.slice(0, ERROR_LENGTH).toWellFormed();
}
