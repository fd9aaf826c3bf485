import { MethodNotAllowedException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The paths of the server and the methods of each path. */
export class KnownRoutes {
  private readonly methods = new Map<string, Set<string>>();
  private readonly patterns: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];

  add(path: string, methods: readonly string[]): void {
    if (path.includes('*')) return; // a catch-all route does not make a path known
    const plain = withoutTrailingSlash(path);
    let known = this.methods.get(plain);
    if (!known) {
      known = new Set();
      this.methods.set(plain, known);
      if (plain.includes(':')) this.patterns.push({ pattern: toPattern(plain), methods: known });
    }
    for (const method of methods) known.add(method);
  }

  /** The methods of a path; undefined for an unknown path. Fixed paths win over those with parameters. */
  methodsOf(path: string): ReadonlySet<string> | undefined {
    const plain = withoutTrailingSlash(path);
    return this.methods.get(plain) ?? this.patterns.find(({ pattern }) => pattern.test(plain))?.methods;
  }
}

/** Collects the routes as they are registered. Call before registering the first one. */
export function collectRoutes(fastify: FastifyInstance): KnownRoutes {
  const routes = new KnownRoutes();
  fastify.addHook('onRoute', ({ url, method }) => routes.add(url, [method].flat()));
  return routes;
}

/** Responds 405 with `Allow` if a known path lacks the method. Responds to OPTIONS with the methods of the path. */
export function rejectOtherMethods(fastify: FastifyInstance, routes: KnownRoutes): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const methods = routes.methodsOf(request.url.split('?', 1)[0] ?? '');
    if (!methods || methods.has(request.method) || isPreflight(request)) done();
    else reject(request, reply, methods);
  });
}

function reject({ method }: FastifyRequest, reply: FastifyReply, methods: ReadonlySet<string>): void {
  reply.header('Allow', [...methods, 'OPTIONS'].sort().join(', '));
  if (method !== 'OPTIONS') throw new MethodNotAllowedException(`${method} is not allowed here`);
  void reply.status(204).send();
}

/** A CORS preflight, to which the CORS plugin responds. */
function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function toPattern(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+()]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
