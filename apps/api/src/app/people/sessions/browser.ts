import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Client, clientOf } from '../client';
import { DeviceCookie } from '../devices/device-cookie';
import { SessionCookie } from './session-cookie';

/** The browser that sends a request. */
export interface Browser {
  readonly client: Client;
  /** The token of its session, which may have ended. */
  readonly session: string | undefined;
  /** The token that identifies a known browser. */
  readonly device: string | undefined;
}

/** The new tokens of a browser after a sign-in. */
export interface BrowserTokens {
  /** The token of the session. */
  readonly session: string;
  /** The token that identifies the browser as known. */
  readonly device: string;
}

/** The cookies of a browser that signs in. */
@Injectable()
export class BrowserCookies {
  constructor(
    private readonly sessionCookie: SessionCookie,
    private readonly deviceCookie: DeviceCookie,
  ) {}

  browserOf(request: FastifyRequest): Browser {
    return {
      client: clientOf(request),
      session: this.sessionCookie.read(request),
      device: this.deviceCookie.read(request),
    };
  }

  /** @param seconds the lifetime of the session; by default the longest */
  set(reply: FastifyReply, { session, device }: BrowserTokens, seconds?: number): void {
    this.sessionCookie.set(reply, session, seconds);
    this.deviceCookie.set(reply, device);
  }
}
