import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { TICKET_CATEGORIES } from '@docket/domain';
import { BUCKETS } from './features';
import { KNOWN_BYTES, KnownFeatures } from './known-features';
import type { ModelParameters } from './learned-model';

/**
 * Version of the format and of the meaning of its numbers. Raise it when features are computed differently: with the old weights, the
 * model would be confident, and wrong.
 */
const VERSION = 1;
const MAGIC = Buffer.from(`docket-model-${VERSION}\n`);
/** Number of values before the arrays: the minimum known share, the scale, the temperature, and a bias for each label. */
const NUMBERS = 3 + TICKET_CATEGORIES.length;
const LABELS = Buffer.from(`${TICKET_CATEGORIES.join(',')}\n`);
const CHECKSUM_BYTES = 32;

const NUMBERS_AT = MAGIC.length + LABELS.length;
const IDF_AT = NUMBERS_AT + 8 * NUMBERS;
const WEIGHTS_AT = IDF_AT + 4 * BUCKETS;
const KNOWN_AT = WEIGHTS_AT + BUCKETS * TICKET_CATEGORIES.length;
const CHECKSUM_AT = KNOWN_AT + KNOWN_BYTES;
/** Uncompressed size of every model: 3 MB. */
const SIZE = CHECKSUM_AT + CHECKSUM_BYTES;

/** Thrown for bytes that are not a model of this version. */
export class UnreadableModel extends Error {}

/** Writes a model as bytes: a header with its version and labels, numbers in little endian, and a checksum, all compressed. */
export async function serializeModel({ idf, weights, known, bias, ...rest }: ModelParameters): Promise<Buffer> {
  const bytes = Buffer.alloc(SIZE);
  MAGIC.copy(bytes);
  LABELS.copy(bytes, MAGIC.length);
  const numbers = [rest.knownShareMin, rest.scale, rest.temperature, ...bias];
  for (const [index, number] of numbers.entries()) bytes.writeDoubleLE(number, NUMBERS_AT + 8 * index);
  for (let bucket = 0; bucket < BUCKETS; bucket++) bytes.writeFloatLE(idf[bucket] as number, IDF_AT + 4 * bucket);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), WEIGHTS_AT);
  bytes.set(known.bits, KNOWN_AT);
  checksum(bytes).copy(bytes, CHECKSUM_AT);
  return promisify(gzip)(bytes);
}

/**
 * Reads a model from untrusted bytes: checks their decompressed size, checksum and numbers.
 * @throws UnreadableModel
 */
export async function deserializeModel(compressed: Uint8Array): Promise<ModelParameters> {
  const bytes = await decompress(compressed);
  check(bytes.length === SIZE, 'its size is wrong');
  check(bytes.subarray(0, MAGIC.length).equals(MAGIC), 'it has another format');
  check(bytes.subarray(MAGIC.length, NUMBERS_AT).equals(LABELS), 'it has other categories');
  check(bytes.subarray(CHECKSUM_AT).equals(checksum(bytes)), 'its checksum is wrong');
  const [knownShareMin, scale, temperature, ...bias] = Array.from({ length: NUMBERS }, (_, index) =>
    bytes.readDoubleLE(NUMBERS_AT + 8 * index),
  ) as [number, number, number, ...number[]];
  const idf = Float32Array.from({ length: BUCKETS }, (_, bucket) => bytes.readFloatLE(IDF_AT + 4 * bucket));
  check(knownShareMin >= 0 && knownShareMin <= 1 && temperature > 0, 'its numbers are out of range');
  check(
    [scale, temperature, ...bias].every(Number.isFinite) && idf.every(Number.isFinite),
    'its numbers are not finite',
  );
  return {
    labels: TICKET_CATEGORIES,
    known: new KnownFeatures(Uint8Array.from(bytes.subarray(KNOWN_AT, CHECKSUM_AT))),
    knownShareMin,
    idf,
    weights: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + WEIGHTS_AT, KNOWN_AT - WEIGHTS_AT)),
    scale,
    bias,
    temperature,
  };
}

async function decompress(compressed: Uint8Array): Promise<Buffer> {
  try {
    return await promisify(gunzip)(compressed, { maxOutputLength: SIZE });
  } catch {
    throw new UnreadableModel('The model cannot be used: it cannot be decompressed');
  }
}

function checksum(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes.subarray(0, CHECKSUM_AT)).digest();
}

function check(isTrue: boolean, problem: string): asserts isTrue {
  if (!isTrue) throw new UnreadableModel(`The model cannot be used: ${problem}`);
}
