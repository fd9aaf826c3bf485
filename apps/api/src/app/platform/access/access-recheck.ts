import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Maximum age of the last check, in milliseconds. */
const MAX_AGE_MS = 1000;

/**
 * Checks that the sender of a request may still do its work, once a second at most. Long work calls it before each part.
 * @throws UnauthorizedException or ForbiddenException if the sender has lost access
 */
export type RecheckAccess = () => Promise<void>;

/** Passes a {@link RecheckAccess} to a controller's method. */
export const AccessRecheck = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  recheckAccessOf(context),
);

export function recheckAccessOf(context: ExecutionContext): RecheckAccess {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const reply = http.getResponse<FastifyReply>();
  return () => request.recheckAccess(reply, MAX_AGE_MS);
}

/**
 * The requests whose senders have the same permissions as when they sent them. Checks any number with the same few queries.
 * @throws Error if the database is unavailable
 */
export async function stillPermitted(requests: readonly FastifyRequest[]): Promise<ReadonlySet<FastifyRequest>> {
  return (await requests[0]?.server.stillPermitted(requests)) ?? new Set();
}
