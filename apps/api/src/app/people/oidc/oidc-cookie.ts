import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings';

/** Time in which a person signs in at the provider, in seconds. */
export const ATTEMPT_SECONDS = 10 * 60;

/** A token of `createToken()`. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The cookie that binds sign-ins at the provider to the browser that started them, which prevents login CSRF. All tabs of a browser share
 * it. Unlike the session's cookie it is `Lax`, because the provider redirects from another site.
 */
@Injectable()
export class OidcCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(settings: Settings) {
    const url = settings.publicUrl;
    this.isSecure = url?.protocol === 'https:';
    const port = url?.port ?? String(settings.PORT);
    this.name = `${this.isSecure ? '__Host-' : ''}docket-oidc${port && `-${port}`}`;
  }

  read({ headers }: FastifyRequest): string | undefined {
    const value = parseCookie(headers.cookie ?? '')[this.name];
    return value && TOKEN.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, value: string): void {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure } as const;
    reply.header('Set-Cookie', stringifySetCookie({ name: this.name, value, ...attributes, maxAge: ATTEMPT_SECONDS }));
  }
}
