import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, defer, firstValueFrom } from 'rxjs';
import { ANONYMOUS_ACTOR } from '../context/actor';
import { digestOfBody } from '../http/body-digest';
import { IDEMPOTENCY_KEY, readIdempotencyKey } from './idempotency-key';
import type { IdempotencyConfig, Repetition } from './idempotent';
import { fingerprintOf } from './fingerprint';
import { type Answer, RepeatedRequests } from './repeated-requests';

/** Answers requests with an Idempotency-Key once, on the routes that are {@link Idempotent}. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: RepeatedRequests) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { repetition } = request.routeOptions.config as IdempotencyConfig;
    if (!repetition) return next.handle();
    const key = readIdempotencyKey(request.headers[IDEMPOTENCY_KEY]);
    if (key === undefined) return next.handle();
    return defer(() => this.answer(key, repetition, request, http.getResponse<FastifyReply>(), next));
  }

  private async answer(
    key: string,
    repetition: Repetition,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const before = new Set(Object.keys(reply.getHeaders()));
    const { status, headers, body, isReplayed } = await this.requests.answer(
      {
        actor: request.identity?.actor ?? ANONYMOUS_ACTOR,
        address: request.ip,
        key,
        fingerprint: fingerprint(request),
      },
      repetition === 'shown-once',
      async () => answerOf(await firstValueFrom(next.handle()), reply, before),
    );
    if (isReplayed) reply.status(status).headers(headers).header('Idempotent-Replayed', 'true');
    return body === null ? undefined : (JSON.parse(body) as unknown);
  }
}

function fingerprint(request: FastifyRequest): Buffer {
  return fingerprintOf(request.method, request.url, request.headers['content-type'] ?? '', digestOfBody(request));
}

/** The answer of a handler, with the headers that it has set. */
function answerOf(value: unknown, reply: FastifyReply, before: ReadonlySet<string>): Answer {
  const headers = Object.entries(reply.getHeaders()).filter(([name]) => !before.has(name));
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(headers),
    body: value === undefined ? null : JSON.stringify(value),
  };
}
