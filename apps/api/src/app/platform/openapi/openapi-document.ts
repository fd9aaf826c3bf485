import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiInfo } from './api-info';
import { completeOperations } from './complete-operations';
import { sortExamplesByType } from './examples-by-type';
import { plainReferences } from './plain-references';
import { sortKeys } from './sort-keys';
import { ProblemDto } from '../problems/problem.dto';

/** The OpenAPI document of the whole API. The API serves it, and the client's types are generated from it. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const { title, description, tags } = app.get(ApiInfo);
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1.0.0')
    .addServer('/', 'The server of this document.');
  for (const [name, text] of Object.entries(tags)) builder.addTag(name, text);
  const config = builder.build();
  config.info.contact = { name: `The maintainers of ${title}` };
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
