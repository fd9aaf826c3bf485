import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Response headers that scripts of other origins may read, in addition to those that CORS always allows. */
const EXPOSED_HEADERS = [
  'Link',
  'X-Total-Count',
  'X-Total-Count-Relation',
  'ETag',
  'Location',
  'Retry-After',
  'X-Request-Id',
];

/** Lets browsers call the API from the given origins. */
export function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 600,
  });
}
