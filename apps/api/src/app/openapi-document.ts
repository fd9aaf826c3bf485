import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemDto } from './errors/problem.dto';
import { ImportResultDto } from './import/import-result.dto';

/** The OpenAPI document of the whole API. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Docket').setVersion('1.0.0').setOpenAPIVersion('3.1.0').build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ImportResultDto, ProblemDto],
  });
}
