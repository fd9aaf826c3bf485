import { MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodePath } from './decode-path';

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

/**
 * Responds 405 with `Allow` if a known path lacks the method. Responds to OPTIONS with the methods of the path; the CORS plugin
 * has added its headers by then.
 */
export function rejectOtherMethods(fastify: FastifyInstance, routes: KnownRoutes): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const methods = routes.methodsOf(pathOf(request));
    if (request.method === 'OPTIONS') return respondToOptions(request, reply, methods);
    if (!methods || methods.has(request.method)) return done();
    reply.header('Allow', allow(methods));
    throw new MethodNotAllowedException(`${request.method} is not allowed here`);
  });
}

/** @throws NotFoundException for an unknown path. A preflight gets its 204 there, too: the browser then shows the 404 of the request. */
function respondToOptions(
  request: FastifyRequest,
  reply: FastifyReply,
  methods: ReadonlySet<string> | undefined,
): void {
  if (methods) reply.header('Allow', allow(methods));
  else if (!isPreflight(request)) throw new NotFoundException(`Cannot OPTIONS ${pathOf(request)}`);
  void reply.status(204).send();
}

function allow(methods: ReadonlySet<string>): string {
  return [...methods, 'OPTIONS'].sort().join(', ');
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** The path as the router reads it: with its letters decoded. */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?', 1);
  return path.includes('%') ? (decodePath(path) ?? path) : path;
}

function toPattern(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+()]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
