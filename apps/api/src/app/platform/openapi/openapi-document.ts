import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createOpenApiDocument } from './create-openapi-document';

/** The OpenAPI document of the running API, created on first use. */
@Injectable()
export class OpenApiDocument {
  private app?: INestApplication;
  private created?: OpenAPIObject;

  /** Sets the application. Call once. */
  setApp(app: INestApplication): void {
    this.app = app;
  }

  /** @throws Error before setApp() is called */
  document(): OpenAPIObject {
    if (!this.app) throw new Error('setApp() has not been called');
    this.created ??= createOpenApiDocument(this.app);
    return this.created;
  }
}
