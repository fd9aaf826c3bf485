import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings';

/** Maximum length of a cookie's value that is looked at. A token has 43. */
const MAX_LENGTH = 100;

/** The cookie that holds the token of a session. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(settings: Settings) {
    const url = settings.publicUrl;
    this.isSecure = url?.protocol === 'https:';
    // Ports of one host share their cookies, so the port is part of the name.
    const port = url?.port ?? String(settings.PORT);
    this.name = `${this.isSecure ? '__Host-' : ''}docket${port && `-${port}`}`;
  }

  /** The token of a request. */
  read({ headers }: FastifyRequest): string | undefined {
    const value = parseCookie(headers.cookie ?? '')[this.name];
    return value && value.length <= MAX_LENGTH ? value : undefined;
  }

  /** @param seconds the lifetime of the session */
  set(reply: FastifyReply, token: string, seconds: number): void {
    this.write(reply, token, seconds);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  private write(reply: FastifyReply, value: string, maxAge: number): void {
    const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: this.isSecure, maxAge } as const;
    reply.header('Set-Cookie', stringifySetCookie({ name: this.name, value, ...attributes }));
  }
}
