import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../platform/config/settings';
import { BrowserCookie } from './browser-cookie';

/** The cookie that holds the token of a session. */
@Injectable()
export class SessionCookie extends BrowserCookie {
  private readonly seconds: number;

  constructor(settings: Settings) {
    super(settings);
    this.seconds = settings.SESSION_MAX_DAYS * 24 * 60 * 60;
  }

  /** @param seconds the lifetime of the session; by default the longest */
  set(reply: FastifyReply, token: string, seconds = this.seconds): void {
    this.write(reply, token, seconds);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }
}
