import { createParamDecorator } from '@nestjs/common';
import type { Actor } from './actor';
import { currentContext } from './work-context';

/**
 * Passes the actor of the request to a controller's method.
 * @throws Error outside a request, so that no change is ever recorded without its actor
 */
export const CurrentActor = createParamDecorator((): Actor => {
  const context = currentContext();
  if (!context) throw new Error('CurrentActor is used outside a request, so the actor is unknown');
  return context.actor;
});
