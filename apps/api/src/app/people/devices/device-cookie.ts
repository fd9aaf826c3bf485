import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../platform/config/settings';
import { BrowserCookie } from '../sessions/browser-cookie';
import { DEVICE_DAYS } from './devices';

/**
 * The cookie that identifies a known browser. It does not sign in, and it stays after a sign-out. It is `Lax`, because the identity
 * provider redirects from another site.
 */
@Injectable()
export class DeviceCookie extends BrowserCookie {
  constructor(settings: Settings) {
    super(settings, 'device', 'lax');
  }

  set(reply: FastifyReply, token: string): void {
    this.write(reply, token, DEVICE_DAYS * 24 * 60 * 60);
  }
}
