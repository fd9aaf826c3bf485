import { MethodNotAllowedException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addHookInTurn } from './hook-in-turn';

/** The paths of the API with the methods that each of them takes, gathered while the routes are registered. */
export class KnownRoutes {
  private readonly methods = new Map<string, Set<string>>();
  private readonly patterns: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];

  add(path: string, methods: readonly string[]): void {
    if (path.includes('*')) return; // takes what nobody else does, so it says nothing about a path
    const plain = withoutTrailingSlash(path);
    let known = this.methods.get(plain);
    if (!known) {
      known = new Set();
      this.methods.set(plain, known);
      if (plain.includes(':')) this.patterns.push({ pattern: patternOf(plain), methods: known });
    }
    for (const method of methods) known.add(method);
  }

  /** The methods that a path takes; undefined for a path that is not known. Fixed paths win over those with parameters. */
  methodsOf(path: string): ReadonlySet<string> | undefined {
    const plain = withoutTrailingSlash(path);
    return this.methods.get(plain) ?? this.patterns.find(({ pattern }) => pattern.test(plain))?.methods;
  }
}

/**
 * Answers 405 with `Allow` where a path is known but not with that method, and OPTIONS with what the path takes. To be
 * called before any route is registered.
 */
export function refuseOtherMethods(fastify: FastifyInstance): void {
  const routes = new KnownRoutes();
  fastify.addHook('onRoute', ({ url, method }) => routes.add(url, [method].flat()));
  addHookInTurn(fastify, async (request, reply) => {
    const methods = routes.methodsOf(request.url.split('?', 1)[0] ?? '');
    if (!methods || methods.has(request.method) || isPreflight(request)) return undefined;
    return refuse(request, reply, methods);
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, methods: ReadonlySet<string>): FastifyReply {
  reply.header('Allow', [...methods, 'OPTIONS'].sort().join(', '));
  if (request.method === 'OPTIONS') return reply.status(204).send();
  throw new MethodNotAllowedException(`${request.method} is not allowed here`);
}

/** What a browser asks before a request to another origin; whoever answers CORS answers it. */
function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+()]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
