import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Logger } from 'pino';
import { DeadlineInterceptor } from '../context/deadline.interceptor';
import { Authenticator } from '../access/authenticator';
import { requireAccess, requireDeclaredNeeds } from '../access/require-access';
import { Shutdown } from '../context/shutdown';
import { provideRequestContext } from '../context/request-context';
import { Settings } from '../config/settings';
import { IdempotencyInterceptor } from '../idempotency/idempotency.interceptor';
import { Metrics } from '../metrics/metrics';
import { measureRequests } from '../metrics/request-metrics';
import { OpenApiDocument } from '../openapi/openapi-document';
import { OperationIds } from '../openapi/operation-ids';
import { serveDocsAssets } from '../openapi/serve-docs-assets';
import { limitLargeBodies } from '../overload/large-bodies';
import { ShedRequests, shedRequests } from '../overload/shed-requests';
import { refuseTunnels, respondToClientError } from '../problems/client-error';
import { toProblem } from '../problems/problem';
import { ProblemFilter } from '../problems/problem.filter';
import { sendProblem } from '../problems/send-problem';
import { limitRequests } from '../quotas/limit-requests';
import { RequestQuotas } from '../quotas/request-quotas';
import { InputPipe } from '../validation/input.pipe';
import { rejectOtherHosts } from './allowed-hosts';
import { limitBodyTime } from './body-deadline';
import { closeIdleConnections } from './close-idle-connections';
import { rejectCompressedBodies } from './content-encoding';
import { allowOrigins } from './cors';
import { countRunningRequests } from './drain';
import { plainForwardedFor } from './forwarded-for';
import { ignoreUnknownExpectations, requireHostHeader } from './host-header';
import { httpOptions } from './http-options';
import { acceptJsonBodies } from './json-body';
import { collectRoutes, rejectOtherMethods } from './known-routes';
import { rejectMalformedQueries } from './query-encoding';
import { CACHE_POLICY, SECURITY_HEADERS } from './security-headers';
import { sendPage, serveClient, servePages } from './serve-client';

/** Nest's Fastify adapter with this API's body parsers instead of Nest's. */
class HttpAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    rejectCompressedBodies(this.getInstance());
    limitBodyTime(this.getInstance());
    acceptJsonBodies(this.getInstance());
  }
}

/** The HTTP server under Nest. Without a logger, nothing is logged. */
export function createHttpAdapter(logger?: Logger, trustedProxies?: readonly string[]): FastifyAdapter {
  const adapter = new HttpAdapter({
    ...httpOptions(logger, trustedProxies),
    skipMiddie: true,
    clientErrorHandler: respondToClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      cleanProxyHeaders(request); // no hook runs for these
      addCommonHeaders(request, reply);
      if (!sendPage(request, reply)) sendProblem(reply, toProblem(error, request));
    },
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    cleanProxyHeaders(request);
    addCommonHeaders(request, reply);
    done();
  });
  closeIdleConnections(fastify);
  ignoreUnknownExpectations(fastify);
  refuseTunnels(fastify);
  return adapter;
}

/** Removes what Fastify would believe: a web page could name an allowed host, and a client any text as its address. */
function cleanProxyHeaders({ raw: { headers } }: FastifyRequest): void {
  delete headers['x-forwarded-host'];
  const { 'x-forwarded-for': addresses } = headers;
  if (typeof addresses === 'string') headers['x-forwarded-for'] = plainForwardedFor(addresses);
}

/** Adds the headers that every response has. Files and the client's page have their own cache policy. */
function addCommonHeaders({ id }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.headers(SECURITY_HEADERS).headers({ 'X-Request-Id': id, 'Cache-Control': CACHE_POLICY });
}

/** Configures the application for the running server, the tests and the OpenAPI document. */
export function configureApp(app: NestFastifyApplication): NestFastifyApplication {
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalInterceptors(new DeadlineInterceptor(), app.get(IdempotencyInterceptor, { strict: false }));
  app.useGlobalFilters(new ProblemFilter());
  const fastify = app.getHttpAdapter().getInstance();
  countRunningRequests(fastify, app.get(Shutdown));
  provideRequestContext(fastify);
  shedRequests(fastify, app.get(ShedRequests));
  limitLargeBodies(fastify, app.get(ShedRequests));
  if (app.get(Settings).METRICS_PORT !== undefined) addMetrics(app);
  app.get(OpenApiDocument).setApp(app);
  addRequestChecks(app);
  serveDocsAssets(app);
  serveClient(app, app.get(Settings).WEB_ROOT);
  return app;
}

function addMetrics(app: NestFastifyApplication): void {
  let operations: OperationIds | undefined;
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics), () => {
    operations ??= new OperationIds(app.get(OpenApiDocument).document());
    return operations;
  });
}

/** A plugin, so that its hooks run after those of the CORS plugin: a rejection carries the CORS headers, too. */
function addRequestChecks(app: NestFastifyApplication): void {
  const { allowedOrigins, allowedHosts } = app.get(Settings);
  const routes = collectRoutes(app.getHttpAdapter().getInstance());
  requireDeclaredNeeds(app.getHttpAdapter().getInstance());
  allowOrigins(app, allowedOrigins, () => app.get(OpenApiDocument).document());
  const checks = (fastify: FastifyInstance, _options: object, done: () => void) => {
    requireHostHeader(fastify);
    rejectOtherHosts(fastify, allowedHosts);
    servePages(fastify);
    rejectOtherMethods(fastify, routes);
    rejectMalformedQueries(fastify);
    requireAccess(fastify, app.get(Authenticator));
    limitRequests(fastify, app.get(RequestQuotas));
    done();
  };
  void app.register(fastifyPlugin(checks));
}
