import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
// The package's main file would load all of Swagger UI into this process.
import swaggerUiFolder from 'swagger-ui-dist/absolute-path';
import { makePublic } from '../access/require-access';
import { DOCS_ASSETS, DOCS_SCRIPT } from './docs-page';

const FILES = ['/swagger-ui.css', '/swagger-ui-bundle.js'];

/** Serves the files of the documentation page. */
export function serveDocsAssets(app: NestFastifyApplication): void {
  void app.register(async (assets: FastifyInstance) => {
    makePublic(assets);
    await assets.register(fastifyStatic, {
      root: swaggerUiFolder(),
      prefix: DOCS_ASSETS,
      allowedPath: (path: string) => FILES.includes(path),
      decorateReply: false,
      index: false,
      maxAge: 3_600_000,
    });
    assets.get(`${DOCS_ASSETS}show.js`, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(DOCS_SCRIPT),
    );
  });
}
