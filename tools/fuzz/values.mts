import fc from 'fast-check';
import type { Contract, Schema } from './contract.mts';

/** Texts that often break parsers, databases and logs. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202egpj.exe',
  '\u200b',
  '\ufeff',
  '\u001b[31m',
  'line\r\nX-Injected: 1',
  '%',
  '%00',
  '%zz',
  '../../etc/passwd',
  "'; DROP TABLE tickets; --",
  '${7*7}',
  '<script>',
  '__proto__',
  'constructor',
  'NaN',
  'null',
  'e\u0301'.repeat(300),
  '😀'.repeat(201),
  'x'.repeat(201),
  'ﷺ'.repeat(500),
  '"'.repeat(501),
  '1e999',
  '-0',
];

const HUGE_TEXTS = ['x'.repeat(100_001), '\\'.repeat(300_000), '\0'.repeat(20_000), '😀'.repeat(120_000)];

/** Numbers at the limits of the types that read them. */
const EDGE_NUMBERS = [
  0,
  -0,
  -1,
  1,
  1.5,
  200,
  201,
  32_767,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  4_294_967_296,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  1e21,
  1e308,
  5e-324,
];

/** Arbitrary text, often hostile. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** Arbitrary JSON values: of the wrong type, deeply nested, or with many parts. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 6, arbitrary: fc.constantFrom(...EDGE_NUMBERS, true, false, null) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(...HUGE_TEXTS) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 1000 }).map(nested) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((length) => new Array<number>(length).fill(0)) },
);

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** A valid value of a schema, with visible text. It contains no ids of other objects, which would have to exist. */
export function validValue(contract: Contract, schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: values, ...rest } = contract.resolve(schema);
  if (values) return fc.constantFrom(...values);
  if (rest.pattern !== undefined && rest.example !== undefined) return fc.constant(rest.example);
  if (type === 'integer') return fc.integer({ min: rest.minimum ?? 0, max: rest.maximum ?? 2_147_483_647 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(validValue(contract, rest.items ?? {}), { minLength: 1, maxLength: 3 });
  if (rest.format === 'date') return fc.constantFrom('2026-01-01', '2024-02-29', '1970-01-01');
  if (rest.format === 'date-time') return fc.constantFrom('2026-01-01T00:00:00Z', '2024-02-29T23:59:59.123+05:30');
  if (rest.format === 'uuid') return fc.uuid();
  if (type === 'object') return validObject(contract, rest);
  if (rest.format === 'idn-email')
    return fc.constantFrom('priya.nair@desk.example', 'x+y@sub.desk.example', 'éva@desk.example');
  const { minLength = 1 } = rest;
  const maxLength = Math.min(rest.maxLength ?? 50, 200) - 1;
  return fc.string({ unit: 'grapheme', maxLength }).map((text) => cut(`${'x'.repeat(minLength)}${text}`, maxLength));
}

/** Cuts a text to a number of code points. A grapheme may have several. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}

function validObject(contract: Contract, { properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const writable = Object.entries(properties).filter(([, property]) => !property.readOnly);
  const values = Object.fromEntries(
    writable.map(([name, property]) => {
      if (mayBeNull(property)) return [name, fc.constant(null)];
      return [name, name.endsWith('_ids') ? fc.constant([]) : validValue(contract, property)];
    }),
  );
  return fc.record(values, { requiredKeys: [...required] });
}

function mayBeNull({ type = [], anyOf = [] }: Schema): boolean {
  return [type].flat().includes('null') || anyOf.some(mayBeNull);
}

/** An object with one invalid field: missing, of another kind, or unknown. */
export function nearlyValidObject(contract: Contract, schema: Schema): fc.Arbitrary<unknown> {
  const names = Object.keys(contract.resolve(schema).properties ?? {});
  const field = fc.oneof(fc.constantFrom(...names), hostileText);
  const change = fc.tuple(field, fc.option(hostileValue, { nil: undefined }));
  return fc.tuple(validValue(contract, schema), change).map(([value, [name, replacement]]) => {
    // Not a spread, which would set the prototype for __proto__.
    const entries = Object.entries(value as object).filter(([key]) => key !== name);
    const result = Object.fromEntries(entries) as Record<string, unknown>;
    if (replacement !== undefined) Object.defineProperty(result, name, { value: replacement, enumerable: true });
    return result;
  });
}
