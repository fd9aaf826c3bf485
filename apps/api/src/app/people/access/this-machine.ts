import type { IncomingHttpHeaders } from 'node:http';
import { compile } from '@fastify/proxy-addr';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../../platform/config/loopback';
import { Settings } from '../../platform/config/settings';
import { hostName } from '../../platform/http/host-header';
import { ProblemException } from '../../platform/problems/problem.exception';
import { NOT_THIS_MACHINE } from '../problem-kinds';

/** Headers that proxies add to what they pass on. */
const PROXY_HEADER =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-original-host|x-real-ip|(?:x-client|x-cluster-client|true-client|cf-connecting)-ip)$/i;

/** Limits an open Docket to requests of this machine, also behind a proxy. */
@Injectable()
export class ThisMachine {
  /** With ACCESS=open, the operator vouches for the proxies that they list, such as the nginx of compose.yaml. */
  private readonly allowsProxies: boolean;
  private readonly isAllowed: (address: string, hop: number) => boolean;
  private readonly allowedHosts: readonly string[];
  private readonly allowedOrigins: readonly string[];

  constructor({ ACCESS, trustedProxies, allowedHosts = [], allowedOrigins }: Settings) {
    this.allowsProxies = ACCESS === 'open';
    this.isAllowed = compile(['loopback', ...trustedProxies]);
    this.allowedHosts = allowedHosts;
    this.allowedOrigins = allowedOrigins;
  }

  /** @throws ProblemException for a request of another machine, or of a proxy, which other machines may use */
  requireFor({ raw: { rawHeaders, socket }, headers }: FastifyRequest): void {
    if (!this.allowsProxies) {
      this.refuseProxies(rawHeaders);
      this.refusePagesOfOthers(headers);
    }
    const { remoteAddress } = socket; // undefined after the connection has ended
    if (remoteAddress === undefined || !this.isAllowed(remoteAddress, 0)) {
      throw refused(`This request comes from ${remoteAddress}. Set PUBLIC_URL, or list the address in TRUSTED_PROXIES`);
    }
  }

  /** Reads the headers as they arrived, because the server drops some of them. */
  private refuseProxies(rawHeaders: readonly string[]): void {
    const header = rawHeaders.find((text, n) => n % 2 === 0 && PROXY_HEADER.test(text));
    if (header === undefined) return;
    throw refused(
      `A proxy passed this request on (${header.slice(0, 40)}). Set PUBLIC_URL to the address of the proxy`,
    );
  }

  /** Some proxies add no header and replace the host. Then only the browser names the address that the person has opened. */
  private refusePagesOfOthers({ origin, referer }: IncomingHttpHeaders): void {
    const page = [origin, referer].find((address) => address !== undefined && !this.isOwn(address));
    if (page === undefined) return;
    const name = URL.canParse(page) ? new URL(page).host : 'another site';
    throw refused(
      `A page of ${name.slice(0, 100)} sent this request. If a proxy passed it on, set PUBLIC_URL to the address of the proxy`,
    );
  }

  private isOwn(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { origin, host } = new URL(address);
    const name = hostName(host);
    if (name === undefined) return false;
    return isLoopback(name) || this.allowedHosts.includes(name) || this.allowedOrigins.includes(origin);
  }
}

function refused(what: string): ProblemException {
  return new ProblemException(
    HttpStatus.FORBIDDEN,
    NOT_THIS_MACHINE,
    `Nobody signs in, so this machine only may use Docket. ${what}`,
  );
}
