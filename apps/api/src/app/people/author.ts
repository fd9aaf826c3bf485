import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, SYSTEM_ACTOR } from '../platform/context/actor';
import { currentContext } from '../platform/context/work-context';
import { type Client, clientOf } from './client';

/** The actor of a change and the client of the request, as the audit log records them. */
export interface Author {
  readonly actor: Actor;
  readonly client: Client;
}

/**
 * Passes the author of the request to a controller's method.
 * @throws Error outside a request, so that no change is ever recorded without its author
 */
export const CurrentAuthor = createParamDecorator((_data: unknown, context: ExecutionContext): Author => {
  const work = currentContext();
  if (!work) throw new Error('CurrentAuthor is used outside a request, so the author is unknown');
  return { actor: work.actor, client: clientOf(context.switchToHttp().getRequest<FastifyRequest>()) };
});

/** The author of changes by background jobs. */
export function systemAuthor(): Author {
  return { actor: SYSTEM_ACTOR, client: { ip: '', userAgent: '', requestId: currentContext()?.requestId ?? '' } };
}
