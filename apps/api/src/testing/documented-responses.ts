import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';

type Schema = Record<string, unknown>;

interface DocumentedResponse {
  readonly headers?: Record<string, { readonly $ref?: string; readonly required?: boolean; readonly schema?: Schema }>;
  readonly content?: Record<string, { readonly schema: Schema }>;
}

const PROBLEM = 'application/problem+json';

/**
 * Holds every answer of the API against the OpenAPI document: its status, its headers and its body, in which no field may be
 * that the document does not name.
 */
export class DocumentedResponses {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly components: Schema;

  constructor(private readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.components = closed(document.components ?? {}) as Schema;
  }

  /** @throws Error when the answer is not what the document says */
  check(method: string, url: string, response: LightMyRequestResponse): void {
    const documented = this.find(method, url, response.statusCode);
    const complain = (what: string) => {
      throw new Error(`${method} ${url} answered ${response.statusCode}, which is undocumented: ${what}`);
    };
    if (response.statusCode >= 400) this.checkProblem(response, complain);
    if (documented === 'unknown path') return;
    if (!documented) return complain('the status');
    this.checkHeaders(documented, response, complain);
    if (method !== 'HEAD' && response.statusCode !== 304) this.checkBody(documented, response, complain);
  }

  /** What is documented of an answer; undefined for nothing, although the operation is. */
  private find(method: string, url: string, status: number): DocumentedResponse | 'unknown path' | undefined {
    const path = pathOf(url);
    const known = Object.keys(this.document.paths)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .find((pattern) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
    const operations = known === undefined ? undefined : this.document.paths[known];
    const operation = operations?.[(method === 'HEAD' ? 'get' : method.toLowerCase()) as 'get'];
    if (!operation) return 'unknown path'; // or a method that this path does not take
    return operation.responses[status] as DocumentedResponse | undefined;
  }

  private checkProblem(response: LightMyRequestResponse, complain: (what: string) => void): void {
    if (mediaType(response) !== PROBLEM) complain(`an error of type ${mediaType(response)}`);
    if (response.body === '') return; // HEAD
    const problem = response.json<{ status: number; request_id: string }>();
    this.validate('problem', { $ref: '#/components/schemas/ProblemDto' }, problem, complain);
    if (problem.status !== response.statusCode) complain('the status in the problem document');
    if (problem.request_id !== response.headers['x-request-id']) complain('the request id in the problem document');
  }

  private checkHeaders(
    { headers = {} }: DocumentedResponse,
    response: LightMyRequestResponse,
    complain: (what: string) => void,
  ) {
    for (const [name, { $ref, ...own }] of Object.entries(headers)) {
      const { required, schema } = $ref ? this.sharedHeader($ref) : own;
      const value = response.headers[name.toLowerCase()];
      if (value === undefined && required) complain(`no header ${name}`);
      if (value === undefined || !schema) continue;
      const read = schema['type'] === 'integer' ? Number(value) : value;
      this.validate(`header ${JSON.stringify(schema)}`, schema, read, (what) => complain(`header ${name} ${what}`));
    }
  }

  private sharedHeader($ref: string): { required?: boolean; schema?: Schema } {
    return (this.document.components?.headers as Record<string, object>)[$ref.split('/').at(-1) ?? ''] ?? {};
  }

  private checkBody(
    { content }: DocumentedResponse,
    response: LightMyRequestResponse,
    complain: (what: string) => void,
  ) {
    if (!content) return response.body === '' ? undefined : complain('a body');
    const schema = content[mediaType(response)]?.schema;
    if (!schema) return complain(`the type ${mediaType(response)}`);
    const body: unknown = mediaType(response).endsWith('json') ? response.json() : response.body;
    this.validate(JSON.stringify(schema), schema, body, complain);
  }

  private validate(key: string, schema: Schema, value: unknown, complain: (what: string) => void): void {
    let validator = this.validators.get(key);
    if (!validator) {
      validator = this.ajv.compile({ ...(closed(schema) as Schema), components: this.components });
      this.validators.set(key, validator);
    }
    if (!validator(value)) complain(this.ajv.errorsText(validator.errors));
  }
}

/** The schema with no room for fields that it does not name. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in copy && copy['type'] === 'object' ? { additionalProperties: false, ...copy } : copy;
}

function mediaType(response: LightMyRequestResponse): string {
  return String(response.headers['content-type'] ?? 'none').split(';', 1)[0] ?? '';
}

function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
