import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LearnedModel, type ModelParameters } from './learned-model';
import { UnreadableModel, deserializeModel, serializeModel } from './serialized-model';
import { labelledFeatures, trainModel } from './train-model';

const parameters = trainModel(
  Array.from({ length: 80 }, (_, n) =>
    labelledFeatures({
      text: `please ${n % 2 ? 'refund the invoice' : 'restart the server'} again`,
      category: n % 2 ? 'billing' : 'technical',
    }),
  ),
);

/** The bytes of a model after a change, with a checksum that is right. */
async function changed(change: (bytes: Buffer) => void): Promise<Buffer> {
  const bytes = gunzipSync(await serializeModel(parameters));
  change(bytes);
  createHash('sha256')
    .update(bytes.subarray(0, -32))
    .digest()
    .copy(bytes, bytes.length - 32);
  return gzipSync(bytes);
}

const numbersOf = ({ labels, knownShareMin, scale, bias, temperature }: ModelParameters) => ({
  labels,
  knownShareMin,
  scale,
  bias,
  temperature,
});

const HEADER = 'docket-model-1\ngeneral,billing,technical,account\n';

it('reads the model that it wrote', async () => {
  const read = await deserializeModel(await serializeModel(parameters));

  const { idf, weights, known, ...numbers } = read;
  expect(numbers).toEqual(numbersOf(parameters));
  expect(Buffer.from(idf.buffer).equals(Buffer.from(parameters.idf.buffer))).toBe(true);
  expect(Buffer.from(weights.buffer).equals(Buffer.from(parameters.weights.buffer))).toBe(true);
  expect(Buffer.from(known.bits).equals(Buffer.from(parameters.known.bits))).toBe(true);
  for (const text of ['refund the invoice', 'restart the server', 'Kein Zugang', ''])
    expect(new LearnedModel(read).predict(text)).toEqual(new LearnedModel(parameters).predict(text));
});

it('writes the same bytes for the same model', async () => {
  expect((await serializeModel(parameters)).equals(await serializeModel(parameters))).toBe(true);
});

it.each([
  ['nothing', () => Promise.resolve(Buffer.alloc(0))],
  ['no gzip', () => Promise.resolve(Buffer.from('a model'))],
  ['less than a model', () => Promise.resolve(gzipSync(HEADER))],
  ['more than a model', () => Promise.resolve(gzipSync(Buffer.alloc(50_000_000)))],
  ['an end that is missing', async () => (await serializeModel(parameters)).subarray(0, -100)],
  ['another format', () => changed((bytes) => bytes.write('docket-model-2'))],
  ['other categories', () => changed((bytes) => bytes.write('general,billing,technical,spammer', 15))],
  ['NaN as the share of known words', () => changed((bytes) => bytes.writeDoubleLE(NaN, HEADER.length))],
  ['a share above 1', () => changed((bytes) => bytes.writeDoubleLE(1.01, HEADER.length))],
  ['an infinite scale', () => changed((bytes) => bytes.writeDoubleLE(Infinity, HEADER.length + 8))],
  ['a temperature of 0', () => changed((bytes) => bytes.writeDoubleLE(0, HEADER.length + 16))],
  ['a bias that is no number', () => changed((bytes) => bytes.writeDoubleLE(NaN, HEADER.length + 48))],
  ['a rarity that is no number', () => changed((bytes) => bytes.writeFloatLE(NaN, HEADER.length + 56))],
])('refuses %s', async (_, bytes) => {
  await expect(bytes().then(deserializeModel)).rejects.toThrow(UnreadableModel);
});

it('refuses a model in which any byte has changed', async () => {
  const bytes = gunzipSync(await serializeModel(parameters));
  for (const at of [0, 20, HEADER.length + 3, 500_000, 1_500_000, 2_500_000, bytes.length - 1]) {
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(at) ^ 1, at);
    await expect(deserializeModel(gzipSync(other))).rejects.toThrow(UnreadableModel);
  }
});
