import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Lets browsers call the API from the given origins. Scripts there may read every response header that the OpenAPI document
 * describes, so a feature that documents a header need not list it here. `known-routes.ts` responds to the preflights.
 */
export function allowOrigins(
  app: NestFastifyApplication,
  origins: readonly string[],
  document: () => OpenAPIObject,
): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    exposedHeaders: documentedHeaders(document()),
    maxAge: 600,
    preflightContinue: true,
    strictPreflight: false, // the plugin's own 400 is plain text
  });
}

/** The names of all response headers in the document, in order. */
function documentedHeaders(document: OpenAPIObject): string[] {
  const names = new Set<string>();
  collectHeaders(document.paths, names);
  collectHeaders(document.components?.responses, names);
  return [...names].sort();
}

function collectHeaders(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'headers') for (const name of Object.keys(value as object)) names.add(name);
    else if (key !== 'examples' && key !== 'example') collectHeaders(value, names);
  }
}
