import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import { isEmailAddress } from '../app/platform/validation/email-address';

type Schema = Record<string, unknown>;
type Fail = (mismatch: string) => void;

interface DocumentedResponse {
  readonly headers?: Record<string, { readonly $ref?: string; readonly required?: boolean; readonly schema?: Schema }>;
  readonly content?: Record<string, { readonly schema: Schema }>;
}

const PROBLEM_MEDIA_TYPES = ['application/problem+json', 'application/json'];

/** Validates status, headers and body of responses against the OpenAPI document. Rejects undocumented fields. */
export class DocumentedResponses {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly components: Schema;

  constructor(private readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addFormat('idn-email', isEmailAddress); // ajv-formats lacks it
    this.components = forbidExtraFields(document.components ?? {}) as Schema;
  }

  /** @throws Error if the response does not match the document */
  check(method: string, url: string, response: LightMyRequestResponse): void {
    const documented = this.findDocumented(method, url, response.statusCode);
    const fail = (mismatch: string) => {
      throw new Error(
        `${method} ${url} responded ${response.statusCode}, which does not match the document: ${mismatch}`,
      );
    };
    if (response.statusCode >= 400) this.checkProblem(response, documented === 'unknown path', fail);
    if (documented === 'unknown path') return;
    if (!documented) return fail('undocumented status');
    this.checkHeaders(documented, response, fail);
    if (method !== 'HEAD' && response.statusCode !== 304) this.checkBody(documented, response, fail);
  }

  /** @throws Error if the body of a delivery does not match the document */
  checkDelivery(type: string, body: unknown): void {
    const request = this.document.webhooks?.[type]?.post?.requestBody;
    if (!request || !('content' in request)) throw new Error(`The document has no webhook ${type}`);
    const schema = request.content['application/json']?.schema as Schema;
    this.validate(JSON.stringify(schema), schema, body, (mismatch) => {
      throw new Error(`A delivery ${type} does not match the document: ${mismatch}`);
    });
  }

  /** The documented response; undefined if the operation is documented without this status. */
  private findDocumented(method: string, url: string, status: number): DocumentedResponse | 'unknown path' | undefined {
    const path = pathOf(url);
    const pattern = Object.keys(this.document.paths)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .find((candidate) => new RegExp(`^${candidate.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
    const operations = pattern === undefined ? undefined : this.document.paths[pattern];
    const operation = operations?.[(method === 'HEAD' ? 'get' : method.toLowerCase()) as 'get'];
    if (!operation) return 'unknown path'; // also for an undocumented method
    return this.dereference(operation.responses[status]);
  }

  /** @param isGeneral whether the problem has the general schema; otherwise it is checked against the body of its response */
  private checkProblem(response: LightMyRequestResponse, isGeneral: boolean, fail: Fail): void {
    if (!PROBLEM_MEDIA_TYPES.includes(mediaType(response))) fail(`media type ${mediaType(response)} of an error`);
    if (response.body === '') return; // HEAD
    const problem = response.json<{ status: number; request_id: string }>();
    if (isGeneral) this.validate('problem', { $ref: '#/components/schemas/Problem' }, problem, fail);
    if (problem.status !== response.statusCode) fail('status in the problem document');
    if (problem.request_id !== response.headers['x-request-id']) fail('request id in the problem document');
  }

  private checkHeaders({ headers = {} }: DocumentedResponse, response: LightMyRequestResponse, fail: Fail): void {
    for (const [name, { $ref, ...inline }] of Object.entries(headers)) {
      const { required, schema } = $ref
        ? (this.dereference({ $ref }) as { required?: boolean; schema?: Schema })
        : inline;
      const value = response.headers[name.toLowerCase()];
      if (value === undefined && required) fail(`header ${name} is missing`);
      if (value === undefined || !schema) continue;
      const parsed = schema['type'] === 'integer' ? Number(value) : value;
      this.validate(`header ${JSON.stringify(schema)}`, schema, parsed, (mismatch) =>
        fail(`header ${name} ${mismatch}`),
      );
    }
  }

  /** The component that a reference names, or the object itself. */
  private dereference(object: object | undefined): object | undefined {
    if (!object || !('$ref' in object)) return object;
    const [, , kind = '', name = ''] = String(object.$ref).split('/');
    return (this.document.components as Record<string, Record<string, object>> | undefined)?.[kind]?.[name];
  }

  private checkBody({ content }: DocumentedResponse, response: LightMyRequestResponse, fail: Fail): void {
    if (!content) return response.body === '' ? undefined : fail('unexpected body');
    const schema = content[mediaType(response)]?.schema;
    if (!schema) return fail(`media type ${mediaType(response)}`);
    const body: unknown = /[/+]json$/.test(mediaType(response)) ? response.json() : response.body;
    this.validate(JSON.stringify(schema), schema, body, fail);
  }

  private validate(key: string, schema: Schema, value: unknown, fail: Fail): void {
    let validator = this.validators.get(key);
    if (!validator) {
      validator = this.ajv.compile({ ...(forbidExtraFields(schema) as Schema), components: this.components });
      this.validators.set(key, validator);
    }
    if (!validator(value)) fail(this.ajv.errorsText(validator.errors));
  }
}

/** Adds `additionalProperties: false` to every object schema. */
function forbidExtraFields(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forbidExtraFields);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, forbidExtraFields(value)]));
  return 'properties' in copy && copy['type'] === 'object' ? { additionalProperties: false, ...copy } : copy;
}

function mediaType(response: LightMyRequestResponse): string {
  return String(response.headers['content-type'] ?? 'none').split(';', 1)[0] ?? '';
}

function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
