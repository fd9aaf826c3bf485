import { type DynamicModule, Module } from '@nestjs/common';
import { ApiDescription } from './api-description';
import { ApiInfo } from './api-info';
import { DocsController } from './docs.controller';

@Module({ controllers: [DocsController] })
export class DocsModule {
  static forRoot(info: ApiInfo): DynamicModule {
    return { module: DocsModule, providers: [ApiDescription, { provide: ApiInfo, useValue: info }] };
  }
}
