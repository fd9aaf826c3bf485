import fc from 'fast-check';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { TEXTS_THAT_LOOK_EQUAL } from '../../../testing/texts-that-look-equal';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

/** Folds texts in one statement. */
async function foldAll(texts: readonly string[]): Promise<string[]> {
  const rows = await api.database.query<{ folded: string }[]>(
    'SELECT ticket_folded_text(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS input (text, n) ORDER BY n',
    [texts],
  );
  return rows.map(({ folded }) => folded);
}

const found = async (search: string) => {
  const response = await api.inject({ method: 'GET', url: `/api/tickets/?search=${encodeURIComponent(search)}` });
  return response.json<{ id: number }[]>().map(({ id }) => id);
};

describe.each(Object.entries(TEXTS_THAT_LOOK_EQUAL))('%s', (_, [one, other]) => {
  it('is found in either spelling', async () => {
    const tickets = api.database.getRepository(Ticket);
    const bare = (text: string) => text.replace(/^"|"$/g, '');
    const saved = await tickets.save(
      [one, other].map((text) => tickets.create(aTicket({ description: `<${bare(text)}>` }))),
    );
    const ids = saved.map(({ id }) => id);

    for (const search of [one, other]) expect(await found(search)).toEqual(expect.arrayContaining(ids));
  });
});

it.each([
  ['ü', 'u'],
  ['é', 'e'],
  ['ё', 'е'],
  ['が', 'か'],
  ['ガ', 'が'],
  ['ñ', 'n'],
  ['a b', 'ab'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ة', 'ه'],
  ['ş', 's'],
  ['x\u0338', 'x'],
  ['ന', 'ൻ'],
  ['कि', 'क'],
  ['กำ', 'ก'],
  ['ﷺ', 'ﷻ'],
])('keeps %p apart from %p', async (one, other) => {
  const [a, b] = await foldAll([one, other]);

  expect(a).not.toBe(b);
});

it('reads typographic quotes around a phrase like plain ones', async () => {
  const tickets = api.database.getRepository(Ticket);
  const { id } = await tickets.save(tickets.create(aTicket({ description: 'the quick fox' })));
  await tickets.insert(aTicket({ description: 'the fox is quick' }));

  for (const search of ['"quick fox"', '“quick fox”', '„quick fox“', '«quick fox»', '＂quick fox＂']) {
    expect([search, await found(search)]).toEqual([search, [id]]);
  }
});

it('finds a ticket by its number in other signs', async () => {
  const tickets = api.database.getRepository(Ticket);
  const { id } = await tickets.save(tickets.create(aTicket()));
  const wide = String(id).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

  for (const search of [
    `＃${wide}`,
    `＃\u3000${wide}`,
    `#\u00A0${id}`,
    `№${id}`,
    `№ ${wide}`,
    `Nº ${id}`,
    `N° ${id}`,
  ]) {
    expect([search, await found(search)]).toEqual([search, expect.arrayContaining([id])]);
  }
});

it('lists all tickets for a search that folds to nothing', async () => {
  const all = await api.inject({ method: 'GET', url: '/api/tickets/' });

  for (const search of ['\u200B', '\u00AD\uFEFF', '“”', '\u3000']) {
    const response = await api.inject({ method: 'GET', url: `/api/tickets/?search=${encodeURIComponent(search)}` });
    expect([response.headers['x-total-count'], response.body]).toEqual([all.headers['x-total-count'], all.body]);
  }
});

describe('for any text, folding', () => {
  /** Any text that PostgreSQL stores, and texts of characters that folding combines, changes or removes. */
  const anyText = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom(
          ...'aAiIİıſßẞẛẗΣςσΐᾳΌéeuoşkKÅµ가각がかﾞｶ́̈̇̌̃ͅΆ',
          ...[
            '\u0345',
            '\u0327',
            '\u0323',
            '\u200D',
            '\u00AD',
            '\u034F',
            '\u00A0',
            '\u2028',
            '\u1FFD',
            '\u00B4',
            '\u2034',
            '\u2057',
          ],
          ...'ŉǰﬁﬃ½…™№’“«–—⁄′″ﾡＡ１％₂²ⅳ㎏ﷺ`゛・اآٱيئیىۀکہ٣۳१אשבּ״־șțoOøØ=≠ൻৎത്',
          ...'\u0326\u0335\u0337\u0338\u0640\u064B\u0651\u0653\u0654\u05C1\u05B0\u0001\u001E\uFE71\uFBFC',
        ),
        maxLength: 12,
      }),
    )
    .filter((text) => !text.includes('\0') && text.isWellFormed());

  const variants = (text: string): string[] => [
    text,
    text.normalize('NFC'),
    text.normalize('NFD'),
    [...text].join('\u200B').normalize('NFC'),
  ];

  it('is the same for NFC and NFD, and with invisible characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 50, maxLength: 100 }), async (texts) => {
        const folded = await foldAll(texts.flatMap((text) => variants(text)));
        const perText = variants('').length;
        texts.forEach((text, n) => {
          const [first, ...others] = folded.slice(n * perText, (n + 1) * perText);
          expect([text, others]).toEqual([text, others.map(() => first)]);
        });
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 50, maxLength: 100 }), async (texts) => {
        const once = await foldAll(texts);

        expect(await foldAll(once)).toEqual(once);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

it('is stable for each character, and the same for its decomposition and in either case', async () => {
  const isSkipped = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Yi}\p{Cs}\p{Co}\p{Cn}]/u;
  const all = [range(1, 0xffff), range(0x1d400, 0x1d7ff), range(0x1f100, 0x1f2ff)]
    .flat()
    .map((point) => String.fromCodePoint(point))
    .filter((character) => !isSkipped.test(character));
  const characters = await withKnownCase(all);
  expect(characters.length).toBeGreaterThan(0.98 * all.length);
  const once = await foldAll(characters);
  const variants = {
    again: await foldAll(once),
    decomposed: await foldAll(characters.map((character) => character.normalize('NFD'))),
    upper: await foldAll(characters.map((character) => character.toUpperCase())),
    lower: await foldAll(characters.map((character) => character.toLowerCase())),
  };

  for (const [variant, folded] of Object.entries(variants)) {
    const others = characters.filter((_, n) => once[n] !== folded[n]);
    expect([variant, others]).toEqual([variant, []]);
  }
});

/** The characters that this database and this Node case-fold equally. Their Unicode versions differ, by years on some servers. */
async function withKnownCase(characters: readonly string[]): Promise<string[]> {
  const rows = await api.database.query<{ upper: string; lower: string }[]>(
    `SELECT upper(text COLLATE "und-x-icu") AS upper, lower(text COLLATE "und-x-icu") AS lower
     FROM unnest($1::text[]) WITH ORDINALITY AS input (text, n) ORDER BY n`,
    [characters],
  );
  return characters.filter(
    (character, n) => rows[n]?.upper === character.toUpperCase() && rows[n].lower === character.toLowerCase(),
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
