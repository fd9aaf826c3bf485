import type { FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import { requestId } from '../logging/request-id';
import { RequestLog } from '../logging/request-log';
import { toOriginForm } from './request-target';

/**
 * Limits for slow and broken clients, in milliseconds. A request may take an hour, because an upload is as slow as its
 * network. A connection that sends nothing for a minute, or does not finish its headers in 10 seconds, is closed.
 */
const CONNECTION_OPTIONS = {
  requestTimeout: 60 * 60_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 65_000,
  http: {
    headersTimeout: 10_000,
    connectionsCheckingInterval: 2000,
    requireHostHeader: false, // host-header.ts rejects with a problem document
  },
};

/** Longest path parameter, in characters. No URL is longer, so a malformed id is always a 400 and never a 404. */
const MAX_PARAM_LENGTH = 16_384;

/**
 * Fastify's options. Every path works with and without a trailing slash, and with repeated ones. Without a logger, nothing is logged.
 * @param trustedProxies addresses whose X-Forwarded-For names the client
 */
export function httpOptions(logger?: Logger, trustedProxies: readonly string[] = []): FastifyServerOptions {
  return {
    ...CONNECTION_OPTIONS,
    ...(trustedProxies.length > 0 && { trustProxy: [...trustedProxies] }),
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: MAX_PARAM_LENGTH },
    return503OnClosing: false, // serves requests that arrive while the server stops, then closes the connection
    genReqId: requestId,
    rewriteUrl: toOriginForm,
    logController: new RequestLog(),
    ...(logger && { loggerInstance: logger }),
  };
}
