import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { StartupError } from '../startup/startup-error';
import { ClientPage } from './client-page';

/** A name that the build gave a hash: another content would have another name. */
const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
/** Half of the best, as servers compress while somebody waits; the browser asks for a hashed file once. */
const BROTLI_PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 5 };

const A_YEAR = 'public, max-age=31536000, immutable';

/** Paths of the API, which answers for what it does not know by itself. */
const API_PATHS = /^\/(api|healthz|readyz)(\/|$)/;

/**
 * Serves the built client: each of its files by name, and its page for every address that a person can open in it.
 * Everything else still reaches the API's own "not found".
 * @param webRoot the folder; undefined, the one that the build puts beside the API, where there is one
 * @throws StartupError when the given folder holds no client
 */
export function serveClient(app: NestFastifyApplication, webRoot: string | undefined): void {
  const root = resolve(webRoot ?? join(__dirname, '../web'));
  const index = join(root, 'index.html');
  if (!existsSync(index)) {
    if (webRoot === undefined) return;
    throw new StartupError(`WEB_ROOT is ${root}, where there is no index.html. Build the client, or unset WEB_ROOT.`);
  }
  const page = new ClientPage(index);
  void app.register(async (files: FastifyInstance) => {
    // The files only: what the API answers is small and made anew each time.
    await files.register(fastifyCompress, { encodings: ['br', 'gzip'], brotliOptions: { params: BROTLI_PARAMS } });
    await files.register(fastifyStatic, {
      root,
      wildcard: false, // a route for each file that is there now: a missing one is nobody's
      index: false,
      globIgnore: ['index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', HASHED.test(path) ? A_YEAR : 'no-cache'),
    });
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preHandler', async (request, reply) => (opensPage(request) ? page.send(reply) : undefined));
}

/** Whether a browser asks for a page: an address that is no route, without a file's extension, and not the API's. */
function opensPage({ is404, method, url, headers }: FastifyRequest): boolean {
  if (!is404 || (method !== 'GET' && method !== 'HEAD')) return false;
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/' || path === '/index.html') return true;
  return !API_PATHS.test(path) && !/\.\w+$/.test(path) && (headers.accept ?? '').includes('text/html');
}
