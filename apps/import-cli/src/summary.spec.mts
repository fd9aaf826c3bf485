import { readOptions } from './options.mts';
import { summarise } from './summary.mts';
import { Tally } from './tally.mts';

const options = readOptions(['a.csv'], '/work');

/** A tally of one response. */
function tallyOf(details: string[], imported = 0): Tally {
  const tally = new Tally();
  const errors = details.map((detail, index) => ({ line: index + 2, errors: [{ pointer: '/title', detail }] }));
  tally.add({ imported, rejected: errors.length, errors, defaulted: { category: 1, priority: 1203 } });
  return tally;
}

describe('summarise', () => {
  it('counts the uses of each default', () => {
    const summary = summarise(tallyOf([], 1500), options, { paths: undefined });

    expect(summary).toContain('Imported 1,500 rows in');
    expect(summary).toContain('1 row had no category: general was used.');
    expect(summary).toContain('1,203 rows had no priority: medium was used.');
    expect(summary).not.toContain('Rejected');
  });

  it('names the most frequent reasons first, and the rejects files', () => {
    const details = [
      'is rare',
      ...Array<string>(3).fill('is frequent'),
      ...Array.from({ length: 9 }, (_, index) => `is odd ${index}`),
    ];

    const summary = summarise(tallyOf(details), options, {
      paths: { rowsPath: '/x/a.rejects.csv', reasonsPath: '/x/a.rejects.txt' },
    });

    expect(summary).toContain('Rejected 13 rows:\n  3 × title is frequent\n  1 × title is rare\n');
    expect(summary).toContain('and 3 other reasons');
    expect(summary).toContain('The rows are in /x/a.rejects.csv, the reasons in /x/a.rejects.txt.');
  });

  it('names foreign text without characters that a terminal obeys', () => {
    const tally = tallyOf(['must not be "\u001b[2J\n0 × forged\u202e"']);

    expect(summarise(tally, options, { paths: undefined })).toContain(
      String.raw`1 × title must not be "\u001b[2J\u000a0 × forged\u202e"`,
    );
  });
});
