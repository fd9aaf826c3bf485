import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings';
import { ProblemException } from '../../platform/problems/problem.exception';
import { CROSS_SITE } from '../problem-kinds';

/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Stops other web pages from sending changes with a person's cookie (cross-site request forgery). `SameSite=Strict` alone lets
 * pages of other ports and subdomains pass.
 */
@Injectable()
export class SameSite {
  private readonly origin: string | undefined;
  private readonly allowedOrigins: readonly string[];

  constructor(settings: Settings) {
    this.origin = settings.publicUrl?.origin;
    this.allowedOrigins = settings.allowedOrigins;
  }

  /** @throws ProblemException for a change that no page of this site sends */
  requireFor(request: FastifyRequest): void {
    const { method, headers } = request;
    if (SAFE_METHODS.includes(method)) return;
    const origin = this.originOf(request);
    // Browsers send Sec-Fetch-Site over HTTPS and to localhost only.
    const site = headers['sec-fetch-site'];
    if (site === undefined ? headers.origin === origin : site === 'same-origin') return;
    throw crossSite(origin);
  }

  /**
   * For the open mode, in which programs send neither a cookie nor an Origin. Every website can make a browser on this machine send
   * plain text here, and the import reads that.
   * @throws ProblemException for a change that a page of another site sends, unless CORS_ORIGINS lists it
   */
  refuseOtherPages(request: FastifyRequest): void {
    const { method, headers } = request;
    const { origin: page, 'sec-fetch-site': site } = headers;
    if (SAFE_METHODS.includes(method) || (page !== undefined && this.allowedOrigins.includes(page))) return;
    const origin = this.originOf(request);
    const isOther =
      site === undefined ? page !== undefined && page !== origin : site === 'cross-site' || site === 'same-site';
    if (isOther) throw crossSite(origin);
  }

  private originOf({ host, protocol }: FastifyRequest): string {
    return this.origin ?? `${protocol}://${host}`;
  }
}

function crossSite(origin: string): ProblemException {
  return new ProblemException(403, CROSS_SITE, `Changes are accepted from pages of ${origin} only`);
}
