import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StartupError } from '../startup/startup-error';
import { allowsMediaType } from './accept-header';
import { ClientPage } from './client-page';
import { decodePath } from './decode-path';

/** Names with a content hash: if the content changes, so does the name. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2)(?:\.br|\.gz)?$/;

const ONE_YEAR = 'public, max-age=31536000, immutable';

/** Paths of the API, which has its own 404. */
const API_PATHS = /^\/(?:api|healthz|readyz)(?:\/|%2f|%2F|$)/;

/** The end of a path that names a file. `/tickets/12.5` is a page. */
const FILE_EXTENSION = /\.[a-z][a-z\d]{0,9}$/i;

declare module 'fastify' {
  interface FastifyInstance {
    /** The page of the client, if this server has one. */
    clientPage?: ClientPage;
  }
}

/**
 * Serves the built client: its files by name, and its page for every other path outside the API, as nginx does. A missing file,
 * and a program that does not accept HTML, get the API's 404.
 * @param webRoot the folder of the client; by default `../web`, if it exists
 * @throws StartupError if the given folder has no index.html
 */
export function serveClient(app: NestFastifyApplication, webRoot: string | undefined): void {
  const root = resolve(webRoot ?? join(__dirname, '../web'));
  const index = join(root, 'index.html');
  if (!existsSync(index)) {
    if (webRoot === undefined) return;
    throw new StartupError(`WEB_ROOT is ${root}, which has no index.html. Build the client, or unset WEB_ROOT.`);
  }
  const page = new ClientPage(index);
  void app.register(async (files: FastifyInstance) => {
    await files.register(fastifyStatic, {
      root,
      wildcard: false, // one route for each file, so a missing file gets the 404
      index: false,
      globIgnore: ['index.html', '**/*.{br,gz}'],
      preCompressed: true, // by the build of the client
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', HASHED.test(path) ? ONE_YEAR : 'no-cache'),
    });
  });
  app.getHttpAdapter().getInstance().decorate('clientPage', page);
}

/** Sends the client's page for its paths. Also for one that cannot be decoded, which a browser sends for `/tickets?search=100%`. */
export function servePages(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || !sendPage(request, reply)) done();
  });
}

/** Sends the client's page if a browser may be navigating to it. Returns whether it did. */
export function sendPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const page = request.server.clientPage;
  if (!page || !isPageNavigation(request)) return false;
  page.send(reply);
  return true;
}

function isPageNavigation({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const [raw = ''] = url.split('?', 1);
  const path = decodePath(raw) ?? raw;
  if (path === '/index.html') return true;
  return !API_PATHS.test(path) && !FILE_EXTENSION.test(path) && allowsMediaType(headers.accept, 'text/html');
}
