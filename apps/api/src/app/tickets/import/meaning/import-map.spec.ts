import { mapError, readImportMap } from './import-map';

describe('the parameter map', () => {
  it('names columns, words, and nothing', () => {
    const map = readImportMap([
      'title=Short = description',
      'created_at = Opened.At ',
      'external_id=-',
      'status.A.b=c=closed',
    ]);

    expect([...map.columns]).toEqual([
      ['title', 'Short = description'],
      ['created_at', 'Opened.At'],
      ['external_id', null],
    ]);
    expect([...map.words.status]).toEqual([['abc', 'closed']]);
  });

  it.each([
    ['', 'must start with one of title, description'],
    ['title', 'must start with one of title, description'],
    ['Title=x', 'must start with one of title, description'],
    ['title=', 'must name the column of title'],
    ['title.x=y', 'must start with category, priority, status before the full stop'],
    ['priority.P1', 'must end with = and one of low, medium, high, critical'],
    ['priority.P1=urgent', 'must end with = and one of low, medium, high, critical'],
    ['priority.=high', 'must end with = and one of'],
    ['=', 'must start with one of'],
    ['.', 'must start with category'],
  ])('rejects %j', (text, error) => {
    expect(mapError(text)).toContain(error);
  });
});
