import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiDescription } from './api-description';
import { DOCS_PAGE, DOCS_POLICY } from './docs-page';

@ApiTags('docs')
@Controller()
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @ApiOperation({
    summary: 'This document',
    description: 'The OpenAPI 3.1 document of this API. Clients can be generated from it.',
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
  @ApiOperation({ summary: 'A page to read this document on', description: 'Operations can be tried on it, too.' })
  @ApiOkResponse({ description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } })
  getDocs(): string {
    return DOCS_PAGE;
  }
}
