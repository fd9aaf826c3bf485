import { compile } from '@fastify/proxy-addr';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings';
import { ProblemException } from '../../platform/problems/problem.exception';
import { NOT_THIS_MACHINE } from '../problem-kinds';

/** Headers that proxies add to what they pass on. */
const PROXY_HEADER = /^(?:forwarded|via|x-forwarded-.+|x-real-ip)$/i;

/** Keeps an open Docket to this machine, whatever stands in front of it. */
@Injectable()
export class ThisMachine {
  /** With ACCESS=open, the operator vouches for the proxies that they list, such as the nginx of compose.yaml. */
  private readonly allowsProxies: boolean;
  private readonly isAllowed: (address: string, hop: number) => boolean;

  constructor({ ACCESS, trustedProxies }: Settings) {
    this.allowsProxies = ACCESS === 'open';
    this.isAllowed = compile(['loopback', ...trustedProxies]);
  }

  /**
   * Reads the headers as they arrived, because the server drops some of them.
   * @throws ProblemException for a request of another machine, or of a proxy, which other machines may use
   */
  requireFor({ raw: { rawHeaders, socket } }: FastifyRequest): void {
    const header = this.allowsProxies
      ? undefined
      : rawHeaders.find((text, n) => n % 2 === 0 && PROXY_HEADER.test(text));
    if (header !== undefined) {
      throw refused(
        `A proxy passed this request on (${header.slice(0, 40)}). Set PUBLIC_URL to the address of the proxy`,
      );
    }
    const { remoteAddress } = socket; // undefined after the connection has ended
    if (remoteAddress === undefined || !this.isAllowed(remoteAddress, 0)) {
      throw refused(`This request comes from ${remoteAddress}. Set PUBLIC_URL, or list the address in TRUSTED_PROXIES`);
    }
  }
}

function refused(what: string): ProblemException {
  return new ProblemException(
    HttpStatus.FORBIDDEN,
    NOT_THIS_MACHINE,
    `Nobody signs in, so this machine only may use Docket. ${what}`,
  );
}
