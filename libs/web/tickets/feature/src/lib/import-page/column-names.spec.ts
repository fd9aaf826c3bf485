import { aFile } from '../../testing/files';
import { readColumnNames } from './column-names';

it.each([
  ['CSV', 'Betreff (neu),Art\nA,B\n', ['Betreff (neu)', 'Art']],
  ['CSV with semicolons and quotes', '"a;b";c;\n1;2;3\n', ['a;b', 'c']],
  ['NDJSON', '{"thema":"A","fields":{"art":1},"tags":[]}\n', ['thema', 'fields.art', 'tags']],
  ['a JSON document', '{"tickets":[{"thema":"A"},{"x":1}]}', ['thema']],
  ['lists after their columns', '{"columns":[{"name":"thema"},{"name":"art"}],"rows":[["A","b"]]}', ['thema', 'art']],
  ['CSV with a long name', `${'x'.repeat(300)},b\nA,B\n`, [`${'x'.repeat(99)}…`, 'b']],
  ['a document cut off', '[{"thema":"A"},{"the', ['thema']],
])('reads the names of %s', async (_name, content, names) => {
  expect(await readColumnNames(aFile(content), undefined)).toEqual(names);
});

it('reads names in the encoding that a person chose', async () => {
  const content = Uint8Array.of(0xcf, 0xf0, 0x0a); // "Пр" in Windows-1251

  expect(await readColumnNames(aFile(content), 'windows-1251')).toEqual(['Пр']);
});
