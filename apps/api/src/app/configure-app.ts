import { ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** The HTTP server under Nest. Every path answers with and without its trailing slash. */
export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({ routerOptions: { ignoreTrailingSlash: true }, skipMiddie: true });
}

/** What every form of the app shares: the running server, the tests, the OpenAPI document. */
export function configureApp(app: NestFastifyApplication): NestFastifyApplication {
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  return app;
}
