import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OperationIds } from '../openapi/operation-ids';
import type { Metrics } from './metrics';
import { RequestSeries } from './request-series';

/** Upper limits of the durations that are counted together, in seconds. The last one is the deadline of a request. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 8];

/** The operation of files of the client, and of requests that match no route. */
const OTHER = 'other';

/** Measures every response. The label `operation` is the id in the OpenAPI document, so a client cannot make up new values. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics, operations: () => OperationIds): void {
  const series = new RequestSeries(
    metrics.histogram(
      'docket_http_request_duration_seconds',
      'Time from the arrival of a request until its response was sent. Streams and imports last as long as their client.',
      ['operation', 'status'],
      BUCKETS,
    ),
    OTHER,
  );
  const names = new WeakMap<object, string>(); // by the configuration of the route, which is the same object for all its requests
  const operationOf = (request: FastifyRequest): string => {
    if (request.is404) return OTHER;
    const { config } = request.routeOptions;
    let name = names.get(config);
    if (name === undefined) {
      name = operations().of([config.method].flat()[0] ?? '', config.url) ?? OTHER;
      names.set(config, name);
    }
    return name;
  };
  fastify.addHook('onResponse', (request, reply, done) => {
    series.observe(operationOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}
