import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, throwError, timeout } from 'rxjs';
import { DeadlineExceededException } from './deadline-exceeded.exception';
import { currentContext, remainingMs } from './work-context';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Responds at the deadline of a request, even if a handler still waits. The handler starts no statement after that; one that is
 * running ends by the timeout of the statement.
 */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const context = currentContext();
    const first = remainingMs(context);
    if (!Number.isFinite(first)) return next.handle();
    const { method } = execution.switchToHttp().getRequest<FastifyRequest>();
    const exceeded = () => new DeadlineExceededException(context?.waits, !SAFE_METHODS.includes(method));
    return next.handle().pipe(timeout({ first, with: () => throwError(exceeded) }));
  }
}
