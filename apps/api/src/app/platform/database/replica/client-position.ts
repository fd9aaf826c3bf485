import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type WalPosition, parseWalPosition } from './wal-position';

/** The header of a position: on the response to a change, and on a request that has to see that change. */
export const POSITION_HEADER = 'Docket-Position';

/** Browsers send it by themselves. All ports of a host share it, which does no harm: a position that is too high is not believed. */
const COOKIE = 'docket-position';

/** How long a browser keeps it, in seconds. A replica that is older is not used anyway. */
const COOKIE_SECONDS = 60;

/** Methods that change nothing. */
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** The position that the sender of a request asks for, by the header or the cookie; undefined if it asks for none. */
export const AfterPosition = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  positionOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function positionOf({ headers }: Pick<FastifyRequest, 'headers'>): WalPosition | undefined {
  const header = headers['docket-position'];
  const sent = typeof header === 'string' ? header : parseCookie(headers.cookie ?? '')[COOKIE];
  return sent === undefined ? undefined : parseWalPosition(sent);
}

/**
 * Tells the sender of a change its position, after the change has been committed. Without it, the response stays as it is.
 * @param read the position of now
 * @param secure whether people reach Docket by HTTPS
 */
export function sendPositions(fastify: FastifyInstance, read: () => Promise<string>, secure: boolean): void {
  fastify.addHook('onSend', async ({ method, url }, reply) => {
    if (READS.includes(method) || reply.statusCode >= 400 || !url.startsWith('/api/')) return;
    const position = await read().catch(() => '');
    if (!position) return;
    reply.header(POSITION_HEADER, position);
    const attributes = { path: '/api', httpOnly: true, sameSite: 'strict', secure, maxAge: COOKIE_SECONDS } as const;
    reply.header('Set-Cookie', stringifySetCookie({ name: COOKIE, value: position, ...attributes }));
  });
}
