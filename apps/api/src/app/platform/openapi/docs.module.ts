import { type DynamicModule, Module } from '@nestjs/common';
import { OpenApiDocument } from './openapi-document';
import { ApiInfo } from './api-info';
import { DocsController } from './docs.controller';

@Module({ controllers: [DocsController] })
export class DocsModule {
  static forRoot(info: ApiInfo): DynamicModule {
    return { module: DocsModule, providers: [OpenApiDocument, { provide: ApiInfo, useValue: info }] };
  }
}
