import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract, Operation, Response, Schema } from './contract.mts';
import type { FuzzRequest } from './requests.mts';

/** A response as received. */
export interface FuzzResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Maximum size of an error, in bytes. */
const ERROR_BYTES = 65_536;

/** Statuses for requests that match no operation, such as an unknown path or method. */
const UNDECLARED = [400, 404, 405, 413, 415, 421, 431];

/** Compares responses with the OpenAPI document. */
export class ResponseCheck {
  private readonly contract: Contract;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(contract: Contract) {
    this.contract = contract;
    addFormats(this.ajv);
    this.ajv.addFormat('idn-email', /^[^\s@]+@[^\s@]+$/); // ajv-formats lacks it
  }

  /** The mismatch between a response and the document; undefined if it conforms. */
  mismatch(request: FuzzRequest, response: FuzzResponse): string | undefined {
    const { status, body } = response;
    const operation = this.operationOf(request);
    if (status >= 500 && (status !== 503 || !operation)) return `status ${status}`;
    if (request.isValid && (status === 400 || status === 415)) return `status ${status} for a valid request`;
    if (status >= 400 && Buffer.byteLength(body) > ERROR_BYTES) return `an error of ${Buffer.byteLength(body)} bytes`;
    if (!operation) return this.undeclaredMismatch(request, response);
    const declared = operation.responses[status];
    if (!declared) return `status ${status}, which the operation does not declare`;
    return this.declaredMismatch(request, response, this.contract.resolve<Response>(declared));
  }

  private undeclaredMismatch({ method }: FuzzRequest, response: FuzzResponse): string | undefined {
    const { status, body } = response;
    if (method === 'OPTIONS' && status === 204) return undefined;
    // The API also serves the client, whose page is the response for every path outside the API.
    if (status === 200 && String(response.headers['content-type']).startsWith('text/html')) return undefined;
    if (!UNDECLARED.includes(status)) return `status ${status} for an undeclared operation`;
    return body === '' && method === 'HEAD' ? undefined : this.invalid({ $ref: '#/components/schemas/Problem' }, body);
  }

  private declaredMismatch({ method }: FuzzRequest, response: FuzzResponse, declared: Response): string | undefined {
    for (const [name, header] of Object.entries(declared.headers ?? {})) {
      const { required } = this.contract.resolve(header);
      if (required && response.headers[name.toLowerCase()] === undefined && !isOfParser(response)) return `no ${name}`;
    }
    if (method === 'HEAD' || !declared.content) return response.body === '' ? undefined : 'an undeclared body';
    const type = String(response.headers['content-type']).split(';', 1)[0] ?? '';
    const media = declared.content[type];
    if (!media) return `the undeclared content type ${type}`;
    return /[/+]json$/.test(type) ? this.invalid(media.schema, response.body) : undefined;
  }

  private operationOf({ method, target }: FuzzRequest): Operation | undefined {
    const [path = ''] = target.split('?', 1);
    const single = path.replace(/\/{2,}/g, '/'); // the API treats repeated slashes as one
    const plain = single.length > 1 ? single.replace(/\/$/, '') : single;
    return this.contract.operations
      .toSorted((one, other) => Number(one.path.includes('{')) - Number(other.path.includes('{')))
      .filter((each) => new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain))
      .find(
        (each, _index, [first]) => each.path === first?.path && each.method === (method === 'HEAD' ? 'GET' : method),
      );
  }

  private invalid(schema: Schema, body: string): string | undefined {
    const key = JSON.stringify(schema);
    const validator = this.validators.get(key) ?? this.ajv.compile({ ...schema, components: this.contract.components });
    this.validators.set(key, validator);
    try {
      return validator(JSON.parse(body)) ? undefined : this.ajv.errorsText(validator.errors);
    } catch {
      return `a body that is not JSON: ${body.slice(0, 100)}`;
    }
  }
}

/** Whether an error comes from the HTTP parser, so that it has no path and no operation. */
function isOfParser({ status }: FuzzResponse): boolean {
  return status === 431;
}
