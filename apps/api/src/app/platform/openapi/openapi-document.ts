import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeOperations } from './complete-operations';
import { sortExamplesByType } from './examples-by-type';
import { plainReferences } from './plain-references';
import { sortKeys } from './sort-keys';
import { ProblemDto } from '../problems/problem.dto';

/** The OpenAPI document of the whole API: the one that is served, and the one that the client is typed by. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Docket')
    .setDescription(
      'File support tickets, get them classified, find them, work them, watch the numbers. JSON in UTF-8, snake_case; times are RFC 3339 in UTC. Every path answers with and without its trailing slash. Every error is a problem document (RFC 9457).',
    )
    .setVersion('1.0.0')
    .addServer('/', 'The server that this document comes from.')
    .addTag('tickets', 'File, find, read and change tickets.')
    .addTag('stats', 'The figures of all tickets.')
    .addTag('classifier', 'Suggested labels.')
    .addTag('health', 'For whatever watches the process.')
    .addTag('docs', 'This document.');
  const config = builder.build();
  config.info.contact = { name: 'The maintainers of Docket' };
  config.info.license = { name: 'MIT', url: 'https://opensource.org/license/mit' };
  config.security = []; // there is no sign-in
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemDto],
  });
  completeOperations(document);
  sortExamplesByType(document);
  plainReferences(document);
  return {
    ...document,
    paths: sortKeys(document.paths),
    components: { ...document.components, schemas: sortKeys(document.components?.schemas ?? {}) },
  };
}
