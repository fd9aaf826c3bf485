import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { StartupError } from '../startup/startup-error';
import { ClientPage } from './client-page';

/** Names with a content hash: if the content changes, so does the name. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2)$/;
/** Brotli at 5 of 11: files are compressed while the browser waits, and it asks for a hashed file only once. */
const BROTLI_PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 5 };

const ONE_YEAR = 'public, max-age=31536000, immutable';

/** Paths of the API, which has its own 404. */
const API_PATHS = /^\/(?:api|healthz|readyz)(?:\/|$)/;

/**
 * Serves the built client: its files by name, and its page for every URL that a browser opens. Other unknown paths get the
 * API's 404.
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
    // Files only: the API's responses are small and differ each time.
    await files.register(fastifyCompress, { encodings: ['br', 'gzip'], brotliOptions: { params: BROTLI_PARAMS } });
    await files.register(fastifyStatic, {
      root,
      wildcard: false, // one route for each file, so a missing file gets the 404
      index: false,
      globIgnore: ['index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', HASHED.test(path) ? ONE_YEAR : 'no-cache'),
    });
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preHandler', (request, reply, done) => {
    if (isPageNavigation(request)) page.send(reply);
    else done();
  });
}

/** Whether a browser navigates to a page: a path without a route and without a file extension, outside the API. */
function isPageNavigation({ is404, method, url, headers }: FastifyRequest): boolean {
  if (!is404 || (method !== 'GET' && method !== 'HEAD')) return false;
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/' || path === '/index.html') return true;
  return !API_PATHS.test(path) && !/\.\w+$/.test(path) && (headers.accept ?? '').includes('text/html');
}
