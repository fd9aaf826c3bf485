import { readImportMap } from './meaning/import-map';
import { RowMapper } from './row-mapper';

it('fills a field of a JSON row by the best of its names whose value is not missing, a list or an object', () => {
  const mapper = new RowMapper(readImportMap([]));

  const rows = [
    { summary: 'A', category: null, components: [], 'fields.issuetype.name': 'Bug' },
    { summary: 'A', category: 'Refund', components: ['x'], 'fields.issuetype.name': 'Bug' },
    { summary: 'A', components: ['x'] },
  ].map((row) => mapper.fromObject(row));

  expect(rows.map(({ category }) => category)).toEqual(['Bug', 'Refund', ['x']]);
});
