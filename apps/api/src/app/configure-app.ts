import { ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { Settings } from './config/settings';
import { allowOrigins } from './http/cors';
import { httpOptions } from './http/http-options';
import { addSecurityHeaders } from './http/security-headers';
import { serveClient } from './http/serve-client';

/** The HTTP server under Nest. Each answer names its request, as the log does. Without a logger nothing is logged. */
export function createHttpAdapter(logger?: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({ ...httpOptions(logger), skipMiddie: true });
  adapter.getInstance().addHook('onRequest', async (request, reply) => void reply.header('X-Request-Id', request.id));
  return adapter;
}

/** What every form of the app shares: the running server, the tests, the OpenAPI document. */
export function configureApp(app: NestFastifyApplication): NestFastifyApplication {
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  const settings = app.get(Settings);
  addSecurityHeaders(app);
  allowOrigins(app, settings.allowedOrigins);
  serveClient(app, settings.WEB_ROOT);
  return app;
}
