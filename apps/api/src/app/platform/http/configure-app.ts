import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { provideRequestContext } from '../context/request-context';
import { Settings } from '../config/settings';
import { ApiDescription } from '../openapi/api-description';
import { serveDocsAssets } from '../openapi/serve-docs-assets';
import { answerClientError } from '../problems/client-error';
import { toProblem } from '../problems/problem';
import { ProblemFilter } from '../problems/problem.filter';
import { sendProblem } from '../problems/send-problem';
import { closeIdleConnections } from './close-idle-connections';
import { allowOrigins } from './cors';
import { answerAsAnyOther, refuseWithoutHost } from './host-header';
import { refuseOtherHosts } from './allowed-hosts';
import { httpOptions } from './http-options';
import { sendTextAsBytes } from './text-as-bytes';
import { takeJsonBodies } from './json-body';
import { refuseOtherMethods } from './known-routes';
import { refuseCompressedBodies } from './content-encoding';
import { refuseUnreadableQueries } from './query-encoding';
import { EARLY_HEADERS, addSecurityHeaders } from './security-headers';
import { serveClient } from './serve-client';
import { InputPipe } from '../validation/input.pipe';

/** Fastify under Nest, with this API's own way to read bodies in the place of Nest's. */
class HttpAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    refuseCompressedBodies(this.getInstance());
    takeJsonBodies(this.getInstance());
  }
}

/** The HTTP server under Nest. Each answer names its request, as the log does. Without a logger nothing is logged. */
export function createHttpAdapter(logger?: Logger): FastifyAdapter {
  const adapter = new HttpAdapter({
    ...httpOptions(logger),
    skipMiddie: true,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply.headers({ ...EARLY_HEADERS, 'X-Request-Id': request.id }), toProblem(error, request)),
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', async (request, reply) => void reply.header('X-Request-Id', request.id));
  closeIdleConnections(fastify);
  answerAsAnyOther(fastify);
  sendTextAsBytes(fastify);
  return adapter;
}

/** What every form of the app shares: the running server, the tests, the OpenAPI document. */
export function configureApp(app: NestFastifyApplication): NestFastifyApplication {
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  const settings = app.get(Settings);
  addSecurityHeaders(app);
  allowOrigins(app, settings.allowedOrigins);
  const fastify = app.getHttpAdapter().getInstance();
  provideRequestContext(fastify);
  refuseWithoutHost(fastify);
  refuseOtherHosts(fastify, settings.allowedHosts);
  refuseOtherMethods(fastify);
  refuseUnreadableQueries(fastify);
  app.get(ApiDescription).describe(app);
  serveDocsAssets(app);
  serveClient(app, settings.WEB_ROOT);
  return app;
}
