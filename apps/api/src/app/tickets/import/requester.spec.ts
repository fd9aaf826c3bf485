import { readRequester } from './requester';

const ADA = { email: 'ada@example.com', name: 'Ada Brandt' };

describe('readRequester', () => {
  it.each([
    ['Ada Brandt <ada@example.com>', ADA],
    ['"Ada Brandt" <ADA@Example.com>', ADA],
    ["'Ada Brandt' <mailto:ada@example.com>", ADA],
    ['Ada\tBrandt  (ada@example.com)', ADA],
    ['ada@example.com (Ada Brandt)', ADA],
    ['Brandt, Ada <ada@example.com>', { ...ADA, name: 'Brandt, Ada' }],
    [' ada@example.com ', { email: 'ada@example.com' }],
    ['<ada@example.com>', { email: 'ada@example.com' }],
    ['ada@example.com <ada@example.com>', { email: 'ada@example.com' }],
    ['\u200b <ada@example.com>', { email: 'ada@example.com' }],
    ['jörg@exa\u0308mple.de', { email: 'jörg@exämple.de' }],
  ])('reads %j, in either of the two columns', (text, requester) => {
    expect(readRequester({ requester: text })).toEqual({ requester });
    expect(readRequester({ requester_email: text })).toEqual({ requester });
  });

  it('joins the name of one column and the address of the other', () => {
    expect(readRequester({ requester: 'Ada Brandt', requester_email: 'ada@example.com' })).toEqual({ requester: ADA });
    expect(readRequester({ requester: 'Ada Brandt <old@example.com>', requester_email: ADA.email })).toEqual({
      requester: ADA,
    });
    expect(readRequester({ requester: 'N/A', requester_email: 'Ada Brandt <ada@example.com>' })).toEqual({
      requester: ADA,
    });
    expect(readRequester({ requester: ADA.email, requester_email: ADA.email })).toEqual({
      requester: { email: ADA.email },
    });
    expect(readRequester({ requester: 'ada@example.com', requester_email: 'ada' })).toEqual({
      requester: { email: ADA.email, name: 'ada' },
    });
  });

  it.each(['Ada Brandt', 'ada', '@ada', 7, 'Élodie Caron (2103)', '6816f79cc0a8016401c5a33be04be441', 'Ada @ home'])(
    'takes %j for a name without an address',
    (requester) => {
      expect(readRequester({ requester })).toEqual({ isNamedOnly: true });
    },
  );

  it.each([undefined, null, '', '  ', '-', 'NULL', 'None', '\u200b', [], {}, true])(
    'takes %j for nobody',
    (requester) => {
      expect(readRequester({ requester }).isNamedOnly ?? false).toBe(false);
      expect(readRequester({ requester })).not.toHaveProperty('requester');
      expect(readRequester({ requester })).not.toHaveProperty('error');
    },
  );

  it.each([
    ['ada@example', 'must be an email address; map=requester=- imports rows without it'],
    ['a@example.com, b@example.com', 'must be an email address;'],
    ['a@example.com, b <b@example.com>', 'must be an email address;'],
    ['ada\u00ad@example.com.', 'must be an email address;'],
    ['ada@exam\u2028ple.com', 'must be an email address;'],
    [`ada@${'x'.repeat(300)}.com`, 'must be an email address;'],
    [`${'x'.repeat(101)} <ada@example.com>`, 'must have a name of at most 100 characters'],
    ['\ud800 <ada@example.com>', 'must not contain half a surrogate pair'],
    ['x'.repeat(501), 'must be a name, an email address or both, of at most 500 characters; map=requester=-'],
  ])('refuses row %#, so that it can be corrected', (requester, detail) => {
    const { error } = readRequester({ requester });

    expect(error?.field).toBe('requester');
    expect(error?.detail).toContain(detail);
  });

  it('names the column that is wrong', () => {
    const wrong = { requester: 'Ada', requester_email: 'ada@' + 'example' };

    expect(readRequester(wrong).error?.field).toBe('requester_email');
    expect(readRequester({ ...wrong, requester_email: 'x'.repeat(501) }).error?.field).toBe('requester_email');
  });

  it('reads a text of any length at once', () => {
    const started = performance.now();

    for (const text of ['<', '(', '"', ' ', '@', 'a@', '\u200b']) readRequester({ requester: text.repeat(750_000) });

    expect(performance.now() - started).toBeLessThan(500);
  });
});
