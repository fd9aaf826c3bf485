import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiInfo } from './api-info';
import { completeOperations } from './complete-operations';
import { keepMatchingExamples } from './matching-examples';
import { unwrapReferences } from './unwrap-references';
import { dropDtoSuffix } from './schema-names';
import { sortKeys } from './sort-keys';
import { ProblemDto } from '../problems/problem.dto';

/** The OpenAPI document of the whole API. The API serves it, and the client's types are generated from it. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const { title, description, tags, webhooks, models } = app.get(ApiInfo);
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1.0.0')
    .addServer('/', 'The server of this document.')
    .addCookieAuth(
      'docket',
      { type: 'apiKey', in: 'cookie', description: 'The session that a sign-in starts.' },
      'session',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: undefined, // overrides Nest's default, JWT
        description: 'A token of a person (`dkp_…`) or of a service (`dks_…`).',
      },
      'token',
    );
  for (const [name, text] of Object.entries(tags)) builder.addTag(name, text);
  const config = builder.build();
  config.info.contact = { name: `The maintainers of ${title}` };
  config.info.license = { name: 'MIT', url: 'https://opensource.org/license/mit' };
  config.security = [{ session: [] }, { token: [] }, {}]; // an open server needs none
  const options = {
    operationIdFactory: (_controller: string, method: string) => method,
    extraModels: [ProblemDto, ...models],
  };
  const document: OpenAPIObject = { ...SwaggerModule.createDocument(app, config, options), webhooks };
  completeOperations(document);
  keepMatchingExamples(document);
  unwrapReferences(document);
  const { components, ...named } = dropDtoSuffix(document);
  return {
    ...named,
    paths: sortKeys(named.paths),
    components: { ...components, schemas: sortKeys(components?.schemas ?? {}) },
  };
}
