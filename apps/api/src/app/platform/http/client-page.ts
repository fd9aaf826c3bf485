import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';

/** The element that carries the nonce. Angular copies it to the style sheets of components. */
const ROOT_ELEMENT = '<docket-root';

/** Allows scripts and fonts from this host, and styles from this host or with the nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The client's HTML page. Each response has a new nonce, so a cache must not reuse it and it has no ETag. */
export class ClientPage {
  private readonly parts: readonly string[];

  /** @param file the built index.html */
  constructor(file: string) {
    this.parts = readFileSync(file, 'utf8').split(ROOT_ELEMENT);
  }

  send(reply: FastifyReply): void {
    const nonce = randomBytes(16).toString('base64');
    void reply
      .header('Content-Security-Policy', policy(nonce))
      .header('Cache-Control', 'no-cache')
      .header('Vary', 'Accept')
      .type('text/html; charset=utf-8')
      .send(this.parts.join(`${ROOT_ELEMENT} ngCspNonce="${nonce}"`));
  }
}
