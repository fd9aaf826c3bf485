import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What a script of another origin may read of an answer, beside its body. */
const EXPOSED_HEADERS = [
  'Link',
  'X-Total-Count',
  'X-Total-Count-Relation',
  'ETag',
  'Location',
  'Retry-After',
  'X-Request-Id',
];

/** Lets browsers call the API from other origins: those that are named, and none by default. */
export function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 600,
  });
}
