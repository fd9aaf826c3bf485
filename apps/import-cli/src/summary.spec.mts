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
    expect(summary).toContain('1 row had no category that Docket knows: general was used.');
    expect(summary).toContain('1,203 rows had no priority that Docket knows: medium was used.');
    expect(summary).not.toContain('Rejected');
  });

  it('says what tickets do not have although their rows say it', () => {
    const tally = tallyOf([], 3);
    const reading = { columns: [], words: [], defaulted: { status: 0, description: 0 } };
    tally.guesses.add({ ...reading, left_out: { requester: 1, assignee: 0, team: 0, tags: 0 } });
    expect(summarise(tally, options, { paths: undefined })).toContain(
      '1 row named the requester without an email address: its ticket has none.',
    );
    tally.guesses.add({ ...reading, left_out: { requester: 1199, assignee: 3, team: 1, tags: 2 } });
    tally.guesses.add(reading);

    const summary = summarise(tally, options, { paths: undefined });

    expect(summary).toContain('1,200 rows named the requester without an email address: their tickets have none.');
    expect(summary).toContain('3 rows had an assignee who is not exactly one person in Docket: nobody is assigned.');
    expect(summary).toContain('1 row had a team that is not in Docket');
    expect(summary).toContain('2 rows had more than 10 tags, or one of more than 40 characters');
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

  it.each([
    [2, 1, '1 of 2 rows can be imported.\n1 row had'],
    [1, 0, '0 of 1 row can be imported.\n1 row had'],
    [1000, 999, '999 of the first 1,000 rows can be imported.\n1 row had'],
  ])('says how many of the rows of a check can be imported: %i, %i', (rows, importable, text) => {
    const tally = tallyOf(['is wrong']);
    Object.assign(tally.checked, { rows, importable, isWholeFile: rows < 1000 });

    const summary = summarise(tally, readOptions(['a.csv', '--check'], '/work'), { paths: undefined });

    expect(summary).toContain(`Nothing was imported. ${text}`);
    expect(summary).toContain('\n1 row cannot be imported:\n  1 × title is wrong');
  });

  it('names the options of the command, not the parameters of the API', () => {
    const details = ['is "03/04"; date_order must say it: dmy or mdy', 'has no zone; time_zone sets the zone'];

    const summary = summarise(tallyOf(details), options, { paths: undefined });

    expect(summary).toContain('× title is "03/04"; use --date-order dmy or --date-order mdy');
    expect(summary).toContain('× title has no zone; use --time-zone');
  });

  it.each([
    ['is unknown; map=external_id=- imports rows without their ids', '; --map external_id=- imports rows'],
    ['is one of low; map=priority.P1=low says what this word means', '; --map priority.P1=low says'],
    [
      'is one of low; map=priority.Not so high=low says what this word means',
      '; --map "priority.Not so high=low" says',
    ],
    [
      'has no zone; time_zone must be a zone of PST, like America/Los_Angeles',
      '; --time-zone must be a zone of PST, like',
    ],
  ])('names the options of the command in %j', (detail, text) => {
    expect(summarise(tallyOf([detail]), options, { paths: undefined })).toContain(text);
  });

  it('names foreign text without characters that a terminal obeys', () => {
    const tally = tallyOf(['must not be "\u001b[2J\n0 × forged\u202e"']);

    expect(summarise(tally, options, { paths: undefined })).toContain(
      String.raw`1 × title must not be "\u001b[2J\u000a0 × forged\u202e"`,
    );
  });
});
