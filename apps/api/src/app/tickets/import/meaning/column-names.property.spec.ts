import fc from 'fast-check';
import { respelled } from '../../../../testing/respelled';
import { planColumns } from './column-plan';
import { foldWord, HEADER_WORDS, IMPORT_FIELDS } from '@docket/import-rows';
import { readImportMap } from './import-map';

const NAMES = IMPORT_FIELDS.flatMap((field) =>
  [...HEADER_WORDS[field].good, ...HEADER_WORDS[field].weak].map((name) => ({ field, name })),
);

/** The field of each column; `-` for an ignored column. */
const fieldsOf = (names: string[], ...maps: string[]) =>
  planColumns(names, readImportMap(maps)).columns.map(({ field }) => field ?? '-');

describe('planColumns', () => {
  it('understands every known name in any case, width, padding and punctuation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES).chain((known) => fc.tuple(fc.constant(known), respelled(known.name))),
        ([{ field }, spelling]) => fieldsOf([spelling])[0] === field,
      ),
      { seed: 10 },
    );
  });

  it('gives no field to another name, and none twice', () => {
    const known = new Set([...NAMES.map(({ name }) => name), ...IMPORT_FIELDS].map(foldWord));
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...NAMES.map((one) => one.name)));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const fields = fieldsOf(names);
        const used = fields.filter((field) => field !== '-' && field !== 'tags'); // columns such as Tag 1 and Tag 2 count together
        return (
          used.length === new Set(used).size && names.every((one, at) => known.has(foldWord(one)) || fields[at] === '-')
        );
      }),
      { seed: 10 },
    );
  });

  it('has one field for each name', () => {
    const fields = new Map<string, string>();
    for (const { field, name } of NAMES) {
      expect([name, fields.get(foldWord(name)) ?? field]).toEqual([name, field]);
      fields.set(foldWord(name), field);
    }
  });
});
