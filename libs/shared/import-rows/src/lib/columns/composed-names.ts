import {
  ADDRESS_WORDS,
  BESIDE_TICKETS,
  CATEGORY_KINDS,
  CONNECTORS,
  LABEL_WORDS,
  NAMED_FIELDS,
  NAME_WORDS,
  PERSON_WORDS,
  RESPONSIBLE_NOUNS,
  RESPONSIBLE_WORDS,
  ROLES,
  SHORT_NOUNS,
  SHORT_WORDS,
  TICKET_WORDS,
} from '#import-rows/columns/composed-words';
import {
  CREATION_WORDS,
  DATE_WORDS,
  DETAILED_WORDS,
  LEVEL_WORDS,
  PROBLEM_WORDS,
  URGENCY_WORDS,
} from '#import-rows/columns/composed-fields';
import { foldWord } from '#import-rows/columns/fold-word';
import { HEADER_WORDS } from '#import-rows/columns/header-words';
import type { ImportField } from '#import-rows/columns/import-field';

/**
 * Minimum length of the name of a role that may be inflected, and maximum length of its ending: "klienta", "des Kunden", "zgłaszającego".
 */
const INFLECTED_MIN_LENGTH = 5;
const ENDING_MAX_LENGTH = 3;

/** The meaning of a composed name. */
interface ComposedName {
  readonly field: ImportField;
  /** Whether the meaning is unambiguous. */
  readonly isClear: boolean;
}

/** Returns the field that a folded name fits well. */
type FieldOf = (name: string) => ImportField | undefined;

/** Interprets the rest of a name, without the known word. */
type Reader = (rest: string, fieldOf: FieldOf) => ComposedName | undefined;

const READERS: readonly (readonly [Reader, readonly string[]])[] = [
  [ofTicket, TICKET_WORDS],
  [addressOf, ADDRESS_WORDS],
  [nameOf, NAME_WORDS],
  [requesterOf, PERSON_WORDS],
  [labelOf, LABEL_WORDS],
  [shortTextOf, SHORT_WORDS],
  [responsible, RESPONSIBLE_WORDS],
  [timeOfCreation, DATE_WORDS],
  [detailedText, DETAILED_WORDS],
  [problemText, PROBLEM_WORDS],
  [levelOf, LEVEL_WORDS],
];

/** The readers for the rest of a name, with the words that select them. */
const READERS_OF_WORDS = READERS.map(([reader, words]) => [reader, new Set(words)] as const);
/** All known words, the longest first. Indexed by their first and last code unit, because most names contain none of them. */
const WORDS = [...new Set(READERS.flatMap(([, words]) => words))].toSorted((a, b) => b.length - a.length);
const WORDS_BY_START = wordsBy((word) => word.charCodeAt(0));
const WORDS_BY_END = wordsBy((word) => word.charCodeAt(word.length - 1));

const PRIORITY_WORDS = new Set([
  ...URGENCY_WORDS,
  ...[...HEADER_WORDS.priority.good, ...HEADER_WORDS.priority.weak].map((word) => foldWord(word)),
]);
/** What a ticket is called is its title: "Ticketnaam". */
const NAMES = new Set(NAME_WORDS);
const SHORT_NOUN_WORDS = new Set(SHORT_NOUNS);
const FIELDS_BESIDE_TICKETS = fieldsByName(Object.entries(BESIDE_TICKETS) as [ImportField, readonly string[]][]);
const RESPONSIBLE_FIELDS = fieldsByName(RESPONSIBLE_NOUNS);
const ROLE_FIELDS = fieldsByName(ROLES);
/** Roles that may be inflected, by their names without the last letter. */
const INFLECTED_ROLES = fieldsByName(
  ROLES.map(([field, names]) => [
    field,
    names.filter(({ length }) => length >= INFLECTED_MIN_LENGTH).map((name) => name.slice(0, -1)),
  ]),
);

/**
 * Interprets names composed of a word for a property and a word for its owner, in any order: "Tytuł sprawy", "E-mail klienta",
 * "依頼者メールアドレス". The name may contain nothing else: a "Parent ticket number" belongs to another ticket.
 * @param name a folded name of bounded length
 */
export function composedName(name: string, fieldOf: FieldOf): ComposedName | undefined {
  const parts = partsOf(name);
  if (!parts.length) return undefined;
  for (const [reader, words] of READERS_OF_WORDS) {
    for (const { word, rests } of parts) {
      if (!words.has(word)) continue;
      for (const rest of rests) {
        const found = reader(rest, fieldOf);
        if (found) return found;
      }
    }
  }
  return undefined;
}

function ofTicket(rest: string, fieldOf: FieldOf): ComposedName | undefined {
  const field = fieldOf(rest) ?? shortDescription(rest);
  if (field) return { field, isClear: true };
  if (NAMES.has(rest)) return { field: 'title', isClear: false };
  const other = FIELDS_BESIDE_TICKETS.get(rest);
  return other && { field: other, isClear: false };
}

function addressOf(rest: string): ComposedName | undefined {
  const role = roleOf(rest);
  return role && { field: role === 'requester' ? 'requester_email' : role, isClear: role === 'requester' };
}

function nameOf(rest: string): ComposedName | undefined {
  const role = roleOf(rest);
  return role && { field: role, isClear: false };
}

function requesterOf(rest: string): ComposedName | undefined {
  return roleOf(rest) === 'requester' ? { field: 'requester', isClear: false } : undefined;
}

function labelOf(rest: string, fieldOf: FieldOf): ComposedName | undefined {
  const field = fieldOf(rest);
  if (field && NAMED_FIELDS.includes(field)) return { field, isClear: true };
  return CATEGORY_KINDS.includes(rest) ? { field: 'category', isClear: false } : undefined;
}

function shortTextOf(rest: string): ComposedName | undefined {
  return SHORT_NOUN_WORDS.has(rest) ? { field: 'title', isClear: true } : undefined;
}

/** The title, if the rest of a name means a short description, as in "Brève description du ticket". */
function shortDescription(name: string): ImportField | undefined {
  const isShort = SHORT_WORDS.some(
    (word) =>
      (name.startsWith(word) && SHORT_NOUN_WORDS.has(name.slice(word.length))) ||
      (name.endsWith(word) && SHORT_NOUN_WORDS.has(name.slice(0, -word.length))),
  );
  return isShort ? 'title' : undefined;
}

function timeOfCreation(rest: string): ComposedName | undefined {
  return CREATION_WORDS.has(rest) ? { field: 'created_at', isClear: true } : undefined;
}

function detailedText(rest: string): ComposedName | undefined {
  return SHORT_NOUN_WORDS.has(rest) ? { field: 'description', isClear: true } : undefined;
}

function problemText(rest: string, fieldOf: FieldOf): ComposedName | undefined {
  const isText = SHORT_NOUN_WORDS.has(rest) || fieldOf(rest) === 'description';
  return isText ? { field: 'description', isClear: true } : undefined;
}

function levelOf(rest: string): ComposedName | undefined {
  return PRIORITY_WORDS.has(rest) ? { field: 'priority', isClear: true } : undefined;
}

function responsible(rest: string): ComposedName | undefined {
  const field = RESPONSIBLE_FIELDS.get(rest);
  return field && { field, isClear: false };
}

/** The role that a word names, inflected or not. */
function roleOf(word: string): ImportField | undefined {
  const field = ROLE_FIELDS.get(word);
  if (field) return field;
  for (let ending = 0; ending <= ENDING_MAX_LENGTH + 1; ending++) {
    const inflected = INFLECTED_ROLES.get(word.slice(0, word.length - ending));
    if (inflected) return inflected;
  }
  return undefined;
}

/** A known word at the start or the end of a name, and the rest of the name, with and without a connector. */
interface Part {
  readonly word: string;
  readonly rests: readonly string[];
}

/** The known words at the start and the end of a name, the longest first. */
function partsOf(name: string): readonly Part[] {
  const parts: Part[] = [];
  for (const word of WORDS_BY_START.get(name.charCodeAt(0)) ?? []) {
    if (word.length === name.length || !name.startsWith(word)) continue;
    const rest = name.slice(word.length);
    const others = CONNECTORS.filter((one) => rest.startsWith(one)).map((one) => rest.slice(one.length));
    parts.push({ word, rests: [rest, ...others] });
  }
  for (const word of WORDS_BY_END.get(name.charCodeAt(name.length - 1)) ?? []) {
    if (word.length === name.length || !name.endsWith(word)) continue;
    const rest = name.slice(0, -word.length);
    const others = CONNECTORS.filter((one) => rest.endsWith(one)).map((one) => rest.slice(0, -one.length));
    parts.push({ word, rests: [rest, ...others] });
  }
  return parts;
}

/** Maps each name to the first field that has it. */
function fieldsByName(
  entries: readonly (readonly [ImportField, readonly string[]])[],
): ReadonlyMap<string, ImportField> {
  return new Map(entries.toReversed().flatMap(([field, names]) => names.map((name) => [name, field] as const)));
}

function wordsBy(unitOf: (word: string) => number): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const word of WORDS) found.set(unitOf(word), [...(found.get(unitOf(word)) ?? []), word]);
  return found;
}
