import fc from 'fast-check';
import { type ClassifiableText, toModelText } from '../privacy/model-text';
import { LEXICONS } from './lexicon';
import type { WeightedPhrases } from './lexicon/lexicon';
import { BECAUSE_MAX, BECAUSE_MAX_LENGTH, suggestByWords } from './suggest-by-words';
import { fold } from './words-of';

const suggest = (description: string, title?: string) =>
  suggestByWords(toModelText({ description, ...(title !== undefined && { title }) } satisfies ClassifiableText));

it.each([
  ['Checkout is down for all users in production.', 'technical', 'critical'],
  ['I was charged twice for October, please refund one of the invoices.', 'billing', undefined],
  ['I forgot my password and my account is locked.', 'account', undefined],
  ['Do you offer training in other countries, and which currencies are supported?', 'general', undefined],
  ['Die Rechnung wurde doppelt abgebucht. Bitte um Erstattung.', 'billing', undefined],
  ['DER SERVER IST NICHT ERREICHBAR, niemand kann arbeiten. Totalausfall!', 'technical', 'critical'],
  ['No puedo iniciar sesión, olvidé mi contraseña.', 'account', undefined],
  ['Me cobraron dos veces la factura, es urgente', 'billing', 'high'],
  ['L’application ne fonctionne plus, erreur 500 pour tous les utilisateurs', 'technical', 'critical'],
  ['Esqueci a senha e minha conta está bloqueada. Sem pressa.', 'account', 'low'],
])('suggests for "%s"', (text, category, priority) => {
  expect(suggest(text)).toMatchObject({ category });
  expect(suggest(text)?.priority).toBe(priority);
});

it.each(['Hello', 'Please call me back', 'The invoice shows an error', '退款 退款', '', '…'])(
  'says nothing about "%s", whose words do not say enough',
  (text) => expect(suggest(text)?.category).toBeUndefined(),
);

it('names the words that it went by, as they stand in the ticket, those that say most first', () => {
  expect(suggest('Why was I\n  CHARGED  TWICE? The fee is wrong.')?.because).toEqual(['was I CHARGED TWICE', 'fee']);
});

it.each([
  'Nobody in the office can sign in, every try ends with an error.',
  'All documents of the shared drive have vanished, the folder is empty.',
  'The passwords of our customers were published on a paste site.',
  'The core system has stopped and does not come back.',
])('finds "%s" critical, whose words say who or what, and what happened', (text) => {
  expect(suggest(text)?.priority).toBe('critical');
});

it.each([
  'Is there a page about the planned outage that I can subscribe to?',
  'Sales are down this month, could you send the report of the last one?',
  'I deleted one file by mistake, where is the trash?',
  'My printer shows an error.',
  'How much is a licence for the whole company?',
])('does not find "%s" critical', (text) => {
  expect(suggest(text)?.priority).not.toBe('critical');
});

it('needs who and what in one place of the text', () => {
  const far = ' and this is a long story about something else'.repeat(3);
  expect(suggest(`Nobody called me.${far} The button shows an error.`)?.priority).toBeUndefined();
});

it.each([
  ['Nobody else can see the prices.', 'Can nobody else see the prices?'],
  ['Every single room is without network.', 'Every single room is nice, thanks. I read my book without network.'],
])('takes the order of words and the ends of sentences into account: %j, but not %j', (critical, ordinary) => {
  expect(suggest(critical)?.priority).toBe('critical');
  expect(suggest(ordinary)?.priority).toBeUndefined();
});

it.each([
  ['Our data was lost.', 'No data was lost.'],
  ['The records are missing.', 'Just so that you know: no records are missing.'],
  ['Everybody is locked out.', 'Will everybody be locked out on Sunday?'],
  ['There is an outage.', 'Could you tell me how often there is an outage?'],
  ['We had a data leak.', 'We had no data leak.'],
  ['The server is down.', 'The server was down, it is back online.'],
])('tells what happened from what did not, or is only asked: %j, but not %j', (critical, ordinary) => {
  expect(suggest(critical)?.priority).toBe('critical');
  expect(suggest(ordinary)?.priority).not.toBe('critical');
});

it('finds an emergency by all of its words together, and names those that say most', () => {
  const suggestion = suggest('Whole warehouse is standing, scanners refuse to connect, none of them gets online');
  expect(suggestion?.priority).toBe('critical');
  expect(suggestion?.because.length).toBeGreaterThan(0);
});

it('leaves texts whose words it does not know to the phrases', () => {
  expect(suggest('Totalausfall, der Server ist nicht erreichbar')?.priority).toBe('critical');
  expect(suggest('Wir haben einen neuen Drucker im Lager aufgestellt')?.priority).toBeUndefined();
});

it.each(['does not', "doesn't", 'doesn’t'])('reads that the phone system %s answer', (verb) => {
  expect(suggest(`Our phone system ${verb} answer.`)?.priority).toBe('critical');
});

it('does not take "not urgent" for urgent', () => {
  expect(suggest('Not urgent: the export fails with an error')).toMatchObject({ priority: 'low' });
});

it('does not take what masks a secret for words of the ticket', () => {
  expect(suggest('nora@example.com, 4111 1111 1111 1111, my new nora@example.com')).toBeUndefined();
});

it('counts a repeated phrase once', () => {
  expect(suggest('fee '.repeat(500))?.category).toBeUndefined();
});

it('finds words with and without accents, composed or not', () => {
  expect(suggest('facturacion, cobro, factura')).toMatchObject({ category: 'billing' });
  expect(suggest('facturación, cobro, factura'.normalize('NFD'))).toMatchObject({ category: 'billing' });
});

it('is within its limits for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const suggestion = suggest(`${text} charged twice refund ${text}`);
      expect(suggestion?.because.length ?? 0).toBeLessThanOrEqual(BECAUSE_MAX);
      for (const words of suggestion?.because ?? []) expect(words.length).toBeLessThanOrEqual(BECAUSE_MAX_LENGTH);
    }),
  );
});

describe('the lexicon', () => {
  const phrases = LEXICONS.flatMap(({ categories, priorities, impacts = [] }) => [
    ...[...Object.values(categories), ...Object.values(priorities)].flatMap(Object.values<string>),
    ...impacts.flatMap(({ of, what }) => [of, what]),
  ]).flatMap((text) => text.split(',').map((phrase) => phrase.trim()));

  it('has phrases of one to five folded words, each with a star at most at its end', () => {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      expect(words.length).toBeLessThanOrEqual(5);
      for (const word of words) {
        expect(word).toMatch(/^[\p{L}\p{N}]+\*?$/u);
        expect(fold(word)).toBe(word);
      }
    }
  });

  it('has each phrase once for a value of a language', () => {
    for (const { categories, priorities } of LEXICONS) {
      const allPriorities = Object.fromEntries(
        Object.values(priorities).flatMap(Object.values).entries(),
      ) as WeightedPhrases;
      for (const weighted of [...Object.values(categories), allPriorities]) {
        const all = Object.values(weighted).flatMap((text) => text.split(',').map((phrase) => phrase.trim()));
        expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
      }
    }
  });
});
