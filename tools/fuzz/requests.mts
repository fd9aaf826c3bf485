import fc from 'fast-check';
import type { Contract, Operation, Parameter } from './contract.mts';
import { hostileText, hostileValue, nearlyValidObject, validValue } from './values.mts';

/** A request as sent. */
export interface FuzzRequest {
  /** Whether the request conforms to the document, so that the API has to accept it. */
  readonly isValid: boolean;
  readonly method: string;
  /** Path and query, percent-encoded where HTTP requires it. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];

/** Headers that the API reads, with values that it has to handle. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: [
    'application/json',
    'application/problem+json',
    'text/html',
    '*/*;q=0',
    'x',
    ','.repeat(8000),
    'text/html;q=1e9',
  ],
  'accept-encoding': ['gzip', 'br;q=1, identity;q=0', '*;q=0'],
  'content-encoding': ['gzip', 'identity', ' IDENTITY ', 'br, gzip', ''],
  'content-type': [
    'text/plain',
    'application/json; charset=utf-16',
    'application/json;;',
    'multipart/form-data',
    '',
    'text/csv',
  ],
  'if-match': ['*', '"1-1"', 'W/"1-1"', '"', '"1-999999999999"', '"1-1",'.repeat(2000), '"'.repeat(8001)],
  'if-none-match': ['*', '"1-1"', 'W/"1-1"', '"'.repeat(8001)],
  'x-request-id': ['abc', '../..', 'x'.repeat(101), '$(id)'],
  origin: ['null', 'https://evil.example', 'file://'],
  'access-control-request-method': ['PATCH', ''],
  host: ['localhost:80@evil.example', 'evil.example', 'LOCALHOST.', '[::1]:3000', ''],
  expect: ['100-continue', 'more'],
  range: ['bytes=0-1', 'bytes=-1'],
  x: ['x'.repeat(20_000)],
};

const fuzzHeaders = fc
  .array(
    fc
      .constantFrom(...Object.keys(HEADERS))
      .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(HEADERS[name] ?? [])))),
    {
      maxLength: 2,
    },
  )
  .map((headers) => Object.fromEntries(headers));

/** Requests for the operations of the document: valid, nearly valid, and arbitrary ones. */
export function fuzzRequests(contract: Contract): fc.Arbitrary<FuzzRequest> {
  const operation = fc.constantFrom(...contract.operations.filter((each) => !isStream(each)));
  return fc.oneof(
    { weight: 2, arbitrary: operation.chain((each) => validRequest(contract, each)) },
    { weight: 4, arbitrary: operation.chain((each) => hostileRequest(contract, each)) },
  );
}

function validRequest(contract: Contract, operation: Operation): fc.Arbitrary<FuzzRequest> {
  const parameters = (operation.parameters ?? []).filter(isPlain);
  const json = operation.requestBody?.content['application/json']?.schema;
  const isFile = operation.requestBody !== undefined && json?.$ref === undefined;
  const body = isFile ? fc.constant('{"title":"a","description":"b"}') : json ? text(validValue(contract, json)) : none;
  return fc
    .tuple(
      parameterValues(parameters, (each) => validValue(contract, each.schema)),
      body,
      fc.boolean(),
    )
    .map(([values, sent, hasSlash]): FuzzRequest => ({
      isValid: true,
      method: operation.method,
      target: target(operation, values).replace(/(?=\?|$)/, hasSlash ? '/' : ''),
      headers: sent === undefined ? {} : { 'content-type': isFile ? 'application/x-ndjson' : 'application/json' },
      body: sent,
    }));
}

/** Whether the schema describes a parameter completely. It does not describe the syntax of cursors, queries, maps and zones. */
function isPlain({ name, in: place }: Parameter): boolean {
  return place !== 'header' && !['cursor', 'q', 'map', 'time_zone', 'encoding', 'check'].includes(name);
}

function hostileRequest(contract: Contract, operation: Operation): fc.Arbitrary<FuzzRequest> {
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  const body = fc.oneof(
    { weight: 4, arbitrary: text(schema.$ref ? nearlyValidObject(contract, schema) : hostileValue) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: text(hostileValue) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{"a":' + '9'.repeat(1_000_000) + '}',
        '['.repeat(500_000),
        `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
        `{"title":${'{"a":'.repeat(100_000)}0${'}'.repeat(100_001)}`,
        `{"${'n'.repeat(1_400_000)}":1}`,
        JSON.stringify({ ['n'.repeat(700_000)]: manyNames(1000) }),
      ),
    },
    {
      weight: 1,
      arbitrary: text(fc.integer({ min: 1, max: 60_000 }).map(manyNames)),
    },
  );
  const method = fc.oneof({ weight: 5, arbitrary: fc.constant(operation.method) }, fc.constantFrom(...METHODS));
  const values = parameterValues(operation.parameters ?? [], ({ schema: each }) =>
    fc.oneof(hostileText, fc.oneof(validValue(contract, each), hostileValue).map(toText)),
  );
  const extra = fc.array(
    fc.oneof(
      hostileText,
      fc.constantFrom('limit=1&limit=2', `${'q'.repeat(9000)}=1`, '&'.repeat(5000), 'search=' + 'a '.repeat(4000)),
    ),
    { maxLength: 2 },
  );
  return fc
    .tuple(method, values, extra, body, fuzzHeaders, fc.boolean())
    .map(([verb, parameters, query, content, headers, hasBody]) => ({
      isValid: false,
      method: verb,
      target: [target(operation, parameters), ...query.map(wireText)]
        .join(query.length > 0 ? '&' : '')
        .slice(0, 15_000),
      headers: { 'content-type': 'application/json', ...headers },
      ...(hasBody && !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(verb) && { body: content }),
    }));
}

function manyNames(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 0]));
}

const none = fc.constant(undefined);

const text = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each));

function parameterValues(
  parameters: readonly Parameter[],
  value: (parameter: Parameter) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const required = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  return fc.record(Object.fromEntries(parameters.map((each) => [each.name, value(each)])), { requiredKeys: required });
}

function target({ path, parameters = [] }: Operation, values: Readonly<Record<string, unknown>>): string {
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_match, name: string) => wireText(String(values[name])).replaceAll('?', '%3F') || '0',
  );
  const inQuery = parameters.filter((each) => each.in === 'query' && values[each.name] !== undefined);
  const query = inQuery.map(({ name }) => `${name}=${encodeURIComponent(wellFormed(String(values[name])))}`).join('&');
  return query ? `${filled}?${query}` : filled;
}

/** Replaces lone surrogates, which UTF-8 in URLs cannot represent. */
function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Encodes characters that HTTP does not allow. Keeps malformed percent-encoding. */
function wireText(value: string): string {
  return wellFormed(value).replace(/[^\x21-\x7e]|[#&]/gu, encodeURIComponent);
}

/** Whether the operation's response has no end. */
function isStream({ responses }: Operation): boolean {
  return JSON.stringify(responses).includes('text/event-stream');
}

/** Converts a value to text. A hostile object may have no text, for example because of its member `toString`. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : fc.stringify(value);
}
