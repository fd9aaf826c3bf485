import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createOpenApiDocument } from './openapi-document';

/** Keeps the OpenAPI document of the running API; it is built when it is first asked for. */
@Injectable()
export class ApiDescription {
  private app?: INestApplication;
  private built?: OpenAPIObject;

  /** To be called once, with the application that is described. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  /** @throws Error when there is nothing to describe yet */
  document(): OpenAPIObject {
    if (!this.app) throw new Error('There is no application to describe');
    this.built ??= createOpenApiDocument(this.app);
    return this.built;
  }
}
