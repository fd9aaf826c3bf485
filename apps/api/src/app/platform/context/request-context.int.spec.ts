import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { Actor } from './actor';
import '../access/require-access'; // declares request.identity
import { CurrentActor } from './current-actor';
import { type WorkContext, currentContext, runInContext } from './work-context';
import { provideRequestContext } from './request-context';

interface Seen {
  readonly actor: Actor;
  readonly context: (Pick<WorkContext, 'actor' | 'requestId'> & { readonly deadlineAt?: number }) | undefined;
  readonly hasDeadline: boolean;
}

/** Reads the context after a turn of the event loop, like a service. */
async function readContext(actor: Actor): Promise<Seen> {
  await new Promise(setImmediate);
  const { deadline, ...context } = currentContext() ?? {};
  return {
    actor,
    context: { ...context, deadlineAt: deadline } as Seen['context'],
    hasDeadline: deadline !== undefined,
  };
}

@Controller()
class ContextController {
  @Get('look')
  get(@CurrentActor() actor: Actor): Promise<Seen> {
    return readContext(actor);
  }

  @Post('look')
  post(@CurrentActor() actor: Actor, @Body() _body: object): Promise<Seen> {
    return readContext(actor);
  }

  @Get('slow')
  @RouteConfig({ deadline: false })
  slow(@CurrentActor() actor: Actor): Promise<Seen> {
    return readContext(actor);
  }
}

@Module({ controllers: [ContextController] })
class ContextModule {}

let app: NestFastifyApplication;
/** The context in which the senders of requests are checked, by the id of the request. */
const contextOnArrival = new Map<string, WorkContext | undefined>();
beforeAll(async () => {
  let requests = 0;
  const adapter = new FastifyAdapter({ genReqId: () => `request-${++requests}` });
  app = await NestFactory.create<NestFastifyApplication>(ContextModule, adapter, { logger: false });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.authorization)
      request.identity = { actor: { kind: 'person', userId: 3 }, permissions: new Set() };
    done();
  });
  provideRequestContext(fastify);
  fastify.addHook('onRequest', (request, _reply, done) => {
    contextOnArrival.set(request.id, currentContext());
    done();
  });
  await app.init();
});
afterAll(() => app.close());

const seen = async (...[options]: Parameters<NestFastifyApplication['inject']>): Promise<Seen> => {
  const { body } = await app.inject(options as { url: string });
  return JSON.parse(body) as Seen;
};

it.each([
  { method: 'GET', url: '/look' },
  { method: 'POST', url: '/look', payload: { text: 'x'.repeat(200_000) } },
] as const)('provides actor, request id and deadline to $method requests', async (options) => {
  const { actor, context, hasDeadline } = await seen(options);

  expect(actor).toEqual({ kind: 'anonymous' });
  expect(context?.requestId).toMatch(/^request-\d+$/);
  expect(hasDeadline).toBe(true);
});

it('provides the actor of a request whose sender is known', async () => {
  const { actor, context } = await seen({ url: '/look', headers: { authorization: 'yes' } });

  expect([actor, context?.actor]).toEqual(Array(2).fill({ kind: 'person', userId: 3 }));
});

it('provides the same deadline to the check of the sender of a request without a body', async () => {
  const { context } = await seen({ url: '/look' });

  const arrival = contextOnArrival.get(context?.requestId ?? '');
  expect(arrival).toMatchObject({ actor: { kind: 'anonymous' }, deadline: expect.any(Number) as number });
  expect(context).toMatchObject({ deadlineAt: arrival?.deadline });
});

it('provides no deadline to a route that opts out', async () => {
  expect(await seen({ url: '/slow' })).toMatchObject({ hasDeadline: false });
});

it('isolates concurrent requests', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => seen({ method: 'POST', url: '/look', payload: {} })));

  expect(new Set(all.map(({ context }) => context?.requestId)).size).toBe(20);
});

it('runs a job in a context of its own', async () => {
  const job = { actor: { kind: 'system' }, requestId: 'job-1' } as const;

  await runInContext(job, async () => {
    await new Promise(setImmediate);
    expect(currentContext()).toBe(job);
  });
  expect(currentContext()).toBeUndefined();
});
