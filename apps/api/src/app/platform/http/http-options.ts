import type { FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import { requestId } from '../logging/request-id';
import { RequestLog } from '../logging/request-log';

/**
 * What the HTTP server puts up with from slow or broken clients, in milliseconds. A whole request may take an hour, since
 * an import streams as slowly as its network; what says nothing for a minute, or does not finish its headers, is cut off.
 */
const PATIENCE = {
  requestTimeout: 60 * 60_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 65_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 2000, requireHostHeader: false },
};

/** Fastify's options. Every path answers with and without its trailing slash. Without a logger nothing is logged. */
export function httpOptions(logger?: Logger): FastifyServerOptions {
  return {
    ...PATIENCE,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 }, // as long as a whole URL may be: any wrong id is a 400
    return503OnClosing: false, // what arrives while the server stops is answered as ever, and its connection closed
    genReqId: requestId,
    logController: new RequestLog(),
    ...(logger && { loggerInstance: logger }),
  };
}
