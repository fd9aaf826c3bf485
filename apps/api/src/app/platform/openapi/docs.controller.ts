import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Needs } from '../access/needs';
import { ApiProblems } from '../problems/api-problems';
import { OpenApiDocument } from './openapi-document';
import { DOCS_PAGE, DOCS_POLICY } from './docs-page';

@ApiTags('docs')
@ApiProblems(503)
@Controller()
export class DocsController {
  constructor(private readonly description: OpenApiDocument) {}

  @Get('openapi.json')
  @Needs('public')
  @ApiOperation({
    summary: 'This document',
    description: 'The OpenAPI 3.1 document of this API, for example to generate a client.',
  })
  @ApiOkResponse({
    description: 'The document.',
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
  })
  getOpenApi(): OpenAPIObject {
    return this.description.document();
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DOCS_POLICY)
  @Needs('public')
  @ApiOperation({ summary: 'API documentation', description: 'Shows this document, and sends requests to try it.' })
  @ApiOkResponse({ description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } })
  getDocs(): string {
    return DOCS_PAGE;
  }
}
