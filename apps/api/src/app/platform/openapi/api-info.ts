import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The parts of the OpenAPI document that describe the whole API. The application provides them. */
export abstract class ApiInfo {
  abstract readonly title: string;
  abstract readonly description: string;
  /** The tags of the operations, with their descriptions, in the order of the document. */
  abstract readonly tags: Readonly<Record<string, string>>;
  /** The requests that the API sends, by their names. */
  abstract readonly webhooks: Readonly<NonNullable<OpenAPIObject['webhooks']>>;
  /** The classes of the schemas that no operation of a controller uses. */
  abstract readonly models: readonly Type<object>[];
}
