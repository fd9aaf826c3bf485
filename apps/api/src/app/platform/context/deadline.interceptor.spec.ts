import 'reflect-metadata';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { NEVER, type Observable, firstValueFrom, of } from 'rxjs';
import { LOCAL_ACTOR } from './actor';
import { DeadlineInterceptor } from './deadline.interceptor';
import { type Dependency, Waits } from './waiting';
import { runInContext, startWaiting } from './work-context';

/** Runs a handler whose request has a few milliseconds. */
function run(method: string, handler: () => Observable<unknown>): Promise<unknown> {
  const execution = { switchToHttp: () => ({ getRequest: () => ({ method }) }) } as unknown as ExecutionContext;
  const next: CallHandler = { handle: handler };
  const deadline = performance.now() + 5;
  return runInContext({ actor: LOCAL_ACTOR, requestId: 'a', deadline, waits: new Waits() }, () =>
    firstValueFrom(new DeadlineInterceptor().intercept(execution, next)),
  );
}

const waitsFor = (dependency: Dependency) => () => {
  startWaiting(dependency);
  return NEVER;
};

it('passes on the result of a handler', async () => {
  expect(await run('GET', () => of('result'))).toBe('result');
});

it.each([
  ['GET', 'database', 'The database did not answer in time. Try again in a few seconds'],
  ['GET', 'model', 'The model did not answer in time. Try again in a few seconds'],
  [
    'POST',
    'database',
    'The database did not answer in time. The change may have been stored: check before you try again',
  ],
  [
    'PATCH',
    'connection pool',
    'All connections to the database were in use until the request timed out. Nothing was stored. Try again in a few seconds',
  ],
] as const)('responds 503 at the deadline to a %s that waits for the %s', async (method, dependency, message) => {
  await expect(run(method, waitsFor(dependency))).rejects.toMatchObject({ status: 503, message });
});
