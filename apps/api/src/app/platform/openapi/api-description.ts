import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createOpenApiDocument } from './openapi-document';

/** The OpenAPI document of the running API, created on first use. */
@Injectable()
export class ApiDescription {
  private app?: INestApplication;
  private created?: OpenAPIObject;

  /** Sets the application. Call once. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  /** @throws Error before describe() is called */
  document(): OpenAPIObject {
    if (!this.app) throw new Error('describe() has not been called');
    this.created ??= createOpenApiDocument(this.app);
    return this.created;
  }
}
