import { RouteConfig } from '@nestjs/platform-fastify';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../problems/api-problems';
import { MAX_KEY_LENGTH } from './idempotency-key';
import { KEY_IN_FLIGHT, KEY_REUSED, SHOWN_ONCE } from './problem-kinds';

/** The response to a repeated request: the stored one, or a 409 because the first one had a secret, which is not stored. */
export type Repetition = 'answer' | 'shown-once';

/** The part of a route's Fastify configuration that this folder reads. */
export interface IdempotencyConfig {
  readonly repetition?: Repetition;
}

const IN_FLIGHT_PROBLEM: OperationProblem = {
  status: 409,
  name: 'IdempotencyKeyInFlight',
  kind: KEY_IN_FLIGHT,
  description:
    'Another request with the same Idempotency-Key is running (`/problems/idempotency-key-in-flight`). Try again in a second.',
  detail: 'Another request with this Idempotency-Key is running. Try again in a second',
};

const REUSED_PROBLEM: OperationProblem = {
  status: 422,
  name: 'IdempotencyKeyReused',
  kind: KEY_REUSED,
  description: 'The Idempotency-Key was used for a request with another path, query or body.',
  detail: 'This Idempotency-Key was used for another request. Use a new key for a new request',
};

const SHOWN_ONCE_PROBLEM: OperationProblem = {
  ...IN_FLIGHT_PROBLEM,
  name: 'ShownOnce',
  kind: SHOWN_ONCE,
  description:
    'Another request with the same Idempotency-Key is running (`/problems/idempotency-key-in-flight`), or succeeded before (`/problems/shown-once`): its answer had a secret, which is not kept.',
  detail: 'The first request with this Idempotency-Key succeeded. Its answer had a secret, which is shown once only',
};

/**
 * Lets a client repeat a request safely: with the header Idempotency-Key, the work and its answer are stored in one transaction. The work
 * must have no effects outside the database but those that it undoes, because it may run again. Place it directly above the method, so
 * that decorators above can replace its description of the 409.
 */
export function Idempotent(repetition: Repetition = 'answer'): MethodDecorator {
  return applyDecorators(
    RouteConfig({ repetition } satisfies IdempotencyConfig),
    describeKey(
      'For 24 hours, a repetition changes nothing and gets the first answer, with the header `Idempotent-Replayed: true`. Failed requests are not kept: a repetition tries again.',
      repetition === 'answer' ? IN_FLIGHT_PROBLEM : SHOWN_ONCE_PROBLEM,
    ),
  );
}

/** Documents the header Idempotency-Key of a route, and its problems. */
export function describeKey(repetitions: string, conflict = IN_FLIGHT_PROBLEM): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: `A key of the client, such as a UUID: new for each request, and the same when it is repeated. ${repetitions}`,
      schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_LENGTH, pattern: '^[!#-~]+$' },
    }),
    ApiProblems(conflict, REUSED_PROBLEM),
  );
}
