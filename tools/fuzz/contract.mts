import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly readOnly?: boolean;
  readonly pattern?: string;
  readonly example?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

interface Media {
  readonly schema: Schema;
}

export interface Response {
  readonly headers?: Readonly<Record<string, { readonly $ref?: string; readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response & { readonly $ref?: string }>>;
}

/** The API's OpenAPI document, as far as the fuzzer needs it. */
export class Contract {
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly operations: readonly Operation[];

  constructor(document: { components: Contract['components']; paths: Record<string, Record<string, object>> }) {
    this.components = document.components;
    this.operations = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        ...(operation as Omit<Operation, 'path' | 'method'>),
        path,
        method: method.toUpperCase(),
      })),
    );
  }

  /** Resolves a reference to a component. Other objects are returned unchanged. */
  resolve<T extends object>(object: T & { readonly $ref?: string }): T {
    if (object.$ref === undefined) return object;
    const [, , kind = '', name = ''] = object.$ref.split('/');
    return this.components[kind]?.[name] as T;
  }
}

/** Reads the committed document. */
export function readContract(): Contract {
  const file = fileURLToPath(new URL('../../libs/shared/contract/openapi.json', import.meta.url));
  return new Contract(JSON.parse(readFileSync(file, 'utf8')) as ConstructorParameters<typeof Contract>[0]);
}
