import 'reflect-metadata';
import { textContaining } from '../../../testing/matchers';
import type { ImportOptions } from './import-options';
import { ImportReading } from './import-reading';
import { readImportMap } from './meaning/import-map';
import { RowChecker } from './row-checker';
import { type RowFields, RowMapper } from './row-mapper';

const VALID = { title: ' Cannot sign in ', description: ' No code arrives\n', category: 'account', priority: 'high' };

/** Checks a row on line 7. */
function checkRow(fields: RowFields, options: Partial<ImportOptions> = {}, maps: string[] = []) {
  const map = readImportMap(maps);
  const all = { defaults: {}, titleIsDescription: false, map, isCheck: false, isPartial: false, ...options };
  return new RowChecker(all, new RowMapper(map), new ImportReading()).check(7, fields);
}

describe('RowChecker', () => {
  it('converts a row to a ticket and trims only its title', () => {
    expect(
      checkRow({ ...VALID, status: 'closed', created_at: '2015-04-22T15:53:50Z', external_id: ' INC-1 ' }),
    ).toEqual({
      line: 7,
      ticket: {
        title: 'Cannot sign in',
        description: ' No code arrives\n',
        category: 'account',
        priority: 'high',
        status: 'closed',
        createdAt: new Date('2015-04-22T15:53:50Z'),
        externalId: 'INC-1',
      },
      defaulted: [],
      leftOut: [],
    });
  });

  it('reads a description that is HTML as text, and uses the title if it has none', () => {
    const html = {
      ...VALID,
      title: '<p>No</p><p>code</p>',
      description: '<p>No code arrives.</p><p>Since Monday &amp; today.</p>',
    };
    const quote = { ...VALID, description: 'The tag <p> is shown.' };
    const empty = { ...VALID, description: '<div><br></div>' };

    expect(checkRow(html)).toMatchObject({
      ticket: { title: 'No code', description: 'No code arrives.\n\nSince Monday & today.' },
    });
    expect(checkRow(quote)).toMatchObject({ ticket: { description: 'The tag <p> is shown.' } });
    expect(checkRow(empty, { titleIsDescription: true })).toMatchObject({ ticket: { description: 'Cannot sign in' } });
  });

  it.each([undefined, null, '', '  ', []])('treats %j as empty', (empty) => {
    const row = { ...VALID, category: empty, priority: empty, status: empty, created_at: empty };

    expect(checkRow(row, { defaults: { category: 'billing', priority: 'low' } })).toMatchObject({
      ticket: { category: 'billing', priority: 'low', status: 'open', createdAt: undefined },
      defaulted: ['category', 'priority'],
    });
  });

  it('understands words, and uses the default for one that it does not know', () => {
    const row = { ...VALID, category: 'Hardware', priority: 'P9', status: 'Phase 4' };

    expect(checkRow(row, { defaults: { priority: 'low' } })).toMatchObject({
      ticket: { category: 'technical', priority: 'low', status: 'open' },
      defaulted: ['priority', 'status'],
    });
  });

  it('names the word that it does not know, and how to say what it means', () => {
    expect(checkRow({ ...VALID, priority: 'P9', category: 7 })).toEqual({
      errors: [
        {
          pointer: '/category',
          detail: textContaining('must be one of billing, technical, account, general; map=category.7='),
        },
        {
          pointer: '/priority',
          detail: textContaining('must be one of low, medium, high, critical; map=priority.P9='),
        },
      ],
    });
  });

  it('uses what the caller says about a word', () => {
    const maps = ['priority.P9=critical', 'category.n/a=-'];

    expect(
      checkRow({ ...VALID, priority: 'p9', category: 'N/A' }, { defaults: { category: 'general' } }, maps),
    ).toMatchObject({
      ticket: { priority: 'critical', category: 'general' },
      defaulted: ['category'],
    });
    expect(checkRow({ ...VALID, category: 'N/A' }, {}, maps)).toHaveProperty('errors');
  });

  it.each([['billing'], { billing: true }, true].map((value) => [value]))(
    'never replaces %j by the default',
    (category) => {
      expect(checkRow({ ...VALID, category }, { defaults: { category: 'general' } })).toEqual({
        errors: [{ pointer: '/category', detail: 'must be one of billing, technical, account, general' }],
      });
    },
  );

  it.each([undefined, null, '', ' \u200b'])('uses the title for the description %j on request only', (description) => {
    expect(checkRow({ ...VALID, description }, { titleIsDescription: true })).toMatchObject({
      ticket: { title: 'Cannot sign in', description: 'Cannot sign in' },
      defaulted: ['description'],
    });
    expect(checkRow({ ...VALID, description })).toHaveProperty('errors');
  });

  it.each([
    {},
    '',
    ' ',
    true,
    0,
    '0',
    '-',
    'N/A',
    'NULL',
    String.raw`\N`,
    'None',
    '—',
    '#N/A',
    'undefined',
    '--None--',
  ])('takes %j for no id', (external_id) => {
    expect(checkRow({ ...VALID, external_id })).toMatchObject({ ticket: { externalId: undefined } });
  });

  it.each(['null-1', '0-0', '00', 'None of it', -1])('keeps the id %j', (external_id) => {
    expect(checkRow({ ...VALID, external_id })).toMatchObject({ ticket: { externalId: String(external_id) } });
  });

  it.each([
    ['x'.repeat(256), 'must be at most 255 characters; map=external_id=-'],
    ['a\0', 'must not contain the NUL character; map=external_id=-'],
  ])('refuses the id of row %#, rather than import its row again with its file', (external_id, detail) => {
    expect(checkRow({ ...VALID, external_id })).toEqual({
      errors: [{ pointer: '/external_id', detail: textContaining(detail) }],
    });
  });

  it.each(['NULL', String.raw`\N`, '-', 'n/a', '0000-00-00', '0000-00-00 00:00:00', '0001-01-01T00:00:00', 'NaT'])(
    'takes %j for no time',
    (created_at) => {
      expect(checkRow({ ...VALID, created_at })).toMatchObject({ ticket: { createdAt: undefined } });
    },
  );

  it('tolerates a clock that is one minute ahead, but not ten', () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

    expect(checkRow({ ...VALID, created_at: inMinutes(1) })).toHaveProperty('ticket');
    expect(checkRow({ ...VALID, created_at: inMinutes(10) })).toHaveProperty('errors');
  });
});
