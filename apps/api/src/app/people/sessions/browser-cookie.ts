import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../platform/config/settings';

/** Maximum length of a cookie's value; longer ones are ignored. A token has 43 characters. */
const MAX_LENGTH = 100;

/** A cookie with a secret token that scripts cannot read. */
export abstract class BrowserCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  /**
   * @param purpose distinguishes the names of the cookies
   * @param sameSite `lax` for a cookie that is also sent on navigation from another site
   */
  protected constructor(
    settings: Settings,
    purpose = '',
    private readonly sameSite: 'strict' | 'lax' = 'strict',
  ) {
    const url = settings.publicUrl;
    this.isSecure = url?.protocol === 'https:';
    // Ports of one host share their cookies, so the port is part of the name.
    const port = url?.port ?? String(settings.PORT);
    this.name = [`${this.isSecure ? '__Host-' : ''}docket`, purpose, port].filter(Boolean).join('-');
  }

  /** The token of a request. */
  read({ headers }: FastifyRequest): string | undefined {
    const value = parseCookie(headers.cookie ?? '')[this.name];
    return value && value.length <= MAX_LENGTH ? value : undefined;
  }

  protected write(reply: FastifyReply, value: string, maxAge: number): void {
    const { isSecure: secure, sameSite } = this;
    const attributes = { path: '/', httpOnly: true, sameSite, secure, maxAge } as const;
    reply.header('Set-Cookie', stringifySetCookie({ name: this.name, value, ...attributes }));
  }
}
