import { jest } from '@jest/globals';
import { CommanderError } from 'commander';
import { formatOf } from './file-format.mts';
import { readOptions } from './options.mts';

describe('readOptions', () => {
  it('uses the default properties, server and folder', () => {
    expect(readOptions(['tickets.csv'], '/home/ann')).toEqual({
      file: '/home/ann/tickets.csv',
      url: new URL('http://localhost:3000'),
      defaultCategory: 'general',
      defaultPriority: 'medium',
      fromLine: 1,
      map: [],
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      titleIsDescription: true,
      check: false,
    });
  });

  it('uses no default properties on request', () => {
    const options = readOptions(['/data/a.jsonl', '--no-defaults', '--from-line', '12'], '/home/ann');

    expect(options).toMatchObject({ file: '/data/a.jsonl', url: new URL('http://localhost:3000'), fromLine: 12 });
    expect(options).toMatchObject({ titleIsDescription: false });
    expect(options).not.toHaveProperty('defaultCategory');
    expect(options).not.toHaveProperty('defaultPriority');
  });

  it('reads how to understand the file', () => {
    const argv = [
      'a.csv',
      '--map',
      'title=Betreff',
      '--map',
      'status.X=open',
      '--time-zone',
      'Asia/Tokyo',
      '--date-order',
      'dmy',
    ];

    expect(readOptions([...argv, '--check'], '/')).toMatchObject({
      map: ['title=Betreff', 'status.X=open'],
      timeZone: 'Asia/Tokyo',
      dateOrder: 'dmy',
      check: true,
    });
  });

  it.each([
    [['a.csv', '--date-order', 'ydm']],
    [['a.csv', '--encoding', 'ansi-1252']],
    [['a.csv', '--url', 'localhost:3000']],
    [['a.csv', '--default-priority', 'urgent']],
    [['a.csv', '--from-line', '0']],
    [['a.csv', 'b.csv']],
    [['a.csv', '--nonsense']],
  ])('rejects %j', (argv) => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    expect(() => readOptions(argv, '/')).toThrow(CommanderError);
  });
});

describe('formatOf', () => {
  it('depends on the extension', () => {
    expect(['a.jsonl', 'a.b.NDJSON', '/x.y/a.CSV', 'a.tsv', 'a.json'].map(formatOf)).toEqual([
      'ndjson',
      'ndjson',
      'csv',
      'csv',
      'json',
    ]);
    expect(() => formatOf('/x/tickets.xlsx')).toThrow(
      'Docket imports *.csv, *.tsv, *.txt, *.json, *.ndjson and *.jsonl files, not tickets.xlsx',
    );
  });
});
