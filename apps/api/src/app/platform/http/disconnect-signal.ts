import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { onClosed } from './on-closed';

/** Aborts if the client disconnects before it has the response. */
export function disconnectSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  onClosed(reply.raw, () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Passes a {@link disconnectSignal} to a controller's method. */
export const DisconnectSignal = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  disconnectSignal(context.switchToHttp().getResponse<FastifyReply>()),
);
