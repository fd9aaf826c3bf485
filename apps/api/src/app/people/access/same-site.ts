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

  constructor(settings: Settings) {
    this.origin = settings.publicUrl?.origin;
  }

  /** @throws ProblemException for a change that no page of this site sends */
  requireFor({ method, headers, host, protocol }: FastifyRequest): void {
    if (SAFE_METHODS.includes(method)) return;
    const origin = this.origin ?? `${protocol}://${host}`;
    // Browsers send Sec-Fetch-Site over HTTPS and to localhost only.
    const site = headers['sec-fetch-site'];
    if (site === undefined ? headers.origin === origin : site === 'same-origin') return;
    throw new ProblemException(403, CROSS_SITE, `Changes are accepted from pages of ${origin} only`);
  }
}
