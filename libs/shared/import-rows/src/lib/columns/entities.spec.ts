import { withoutEntities } from '#import-rows/columns/entities';
import { fitOf } from '#import-rows/columns/column-fit';

it.each([
  ['Priorit&auml;t', 'Priorita\u0308t'],
  ['&Eacute;tat', 'E\u0301tat'],
  ['&#1057;татус &#x41;', 'Статус A'],
  ['R&amp;D &lt;1&gt;', 'R&D <1>'],
  ['A&nbsp;B &szlig;', 'A B ß'],
])('reads the entities of %s', (text, plain) => {
  expect(withoutEntities(text)).toBe(plain);
});

it.each(['R&D; x', '&unknown;', '&#0;', '&#xD800;', '&#9999999;', '&eacute', 'a & b'])('leaves %s alone', (text) => {
  expect(withoutEntities(text)).toBe(text);
});

it('understands columns whose names have entities', () => {
  expect(
    ['Priorit&auml;t', '&#1057;&#1090;&#1072;&#1090;&#1091;&#1089;', '&Oslash;sters'].map((name) => fitOf(name)?.field),
  ).toEqual(['priority', 'status', undefined]);
});
