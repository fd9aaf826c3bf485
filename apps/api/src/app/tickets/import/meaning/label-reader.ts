import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { detached } from '../detached';
import { foldWord, shortened } from '@docket/import-rows';
import type { ImportMap } from './import-map';
import { saysActivity } from './label-activities';
import { withoutDegree } from './label-degrees';
import {
  NEGATIONS,
  NEUTRAL_AFFIXES,
  NEUTRAL_WORDS,
  POSTPOSITIONS,
  PREPOSITIONS,
  UNASSIGNED,
  UNDER_WAY,
  WAITING,
  WITHOUT,
} from './label-parts';
import { mayHaveRank, withoutNumber, withoutRank } from './label-ranks';
import { labelOf } from './known-labels';
import { camelWords, plainLabel, scriptParts } from './label-spelling';
import { ELISION, spaced, withoutOrdinal, wordsOf } from './label-tokens';
import type { NumberScale } from './number-scales';

/** A known word. `label` is null if the word counts as empty. */
export interface KnownWord {
  readonly label: string | null;
  readonly reason: 'name' | 'synonym' | 'map';
}

/** Maximum length of a word. Longer texts are looked up in `map` only, because folding them costs time. */
const WORD_MAX_LENGTH = 100;

/** Maximum length of a label. Longer texts are sentences, which are not searched for a rank or a translation. */
const LABEL_MAX_LENGTH = 60;

/** Maximum number of cached words per property. */
const MAX_REMEMBERED = 1000;

/** Separators in labels such as "1 - Critical", "P1: urgent" and "High (P2)". */
const SEPARATORS = /[-–—:;.()[\]|/]/u;
/** Separators in labels such as "Billing & payments", "On hold - parts", "PRIORITY_HIGH" and "Solved (Pipeline)". */
const SEGMENTS = / [-–—] |[–—:;,.()[\]|/&+_>・]| (?:and|und|et|[yeiиو]|en|och|og|ve|ja|și|dan|და|και|та|és|kaj|eta) /iu;

/** Signs between alternatives, where no part is the reason of another. */
const ALTERNATIVES = /[/|&+]/u;

/** Maps the words of one file to labels. */
export class LabelReader {
  private readonly remembered = new Map(
    PROPERTY_NAMES.map((name) => [name, new Map<string, KnownWord | undefined>()] as const),
  );

  constructor(
    private readonly map: ImportMap,
    private readonly scale?: NumberScale,
  ) {}

  /**
   * The label of a word; undefined if it is not known. A bare number is known only if the product that wrote the file numbers its labels.
   */
  read(property: PropertyName, word: string): KnownWord | undefined {
    if (word.length > WORD_MAX_LENGTH) return this.mapped(property, shortened(word.trim()));
    const remembered = this.remembered.get(property);
    if (remembered?.has(word)) return remembered.get(word);
    const known = this.understand(property, word);
    if (remembered && remembered.size < MAX_REMEMBERED) remembered.set(detached(word), known);
    return known;
  }

  private understand(property: PropertyName, word: string): KnownWord | undefined {
    const mapped = this.mapped(property, word);
    if (mapped) return mapped;
    const values: readonly string[] = PROPERTY_VALUES[property];
    if (values.includes(word)) return { label: word, reason: 'name' };
    const label = this.fromScale(property, foldWord(word)) ?? labelOfText(property, plainLabel(word));
    return label === undefined ? undefined : { label, reason: 'synonym' };
  }

  /** The label that `map` assigns to a word. Long words are compared as shown in responses. */
  private mapped(property: PropertyName, word: string): KnownWord | undefined {
    const labels = this.map.words[property];
    const label = labels.size > 0 ? labels.get(foldWord(word) || word.trim()) : undefined;
    return label === undefined ? undefined : { label, reason: 'map' };
  }

  private fromScale(property: PropertyName, number: string): string | undefined {
    if (!this.scale || property === 'category') return undefined;
    return Object.entries<string>(this.scale[property]).find(([name]) => name === number)?.[1];
  }
}

/** The label of a text; or of the text without its rank and number; or of a label with its translation. */
function labelOfText(property: PropertyName, text: string): string | undefined {
  const label = labelOfPhrase(property, text);
  if (label !== undefined || text.length > LABEL_MAX_LENGTH) return label;
  const ranked = property === 'priority' ? withoutRank(text) : undefined;
  if (ranked) {
    const priority = labelOfText(property, ranked.text);
    return priority !== undefined && mayHaveRank(priority, ranked.rank) ? priority : undefined;
  }
  const [bare, camel, scripts] = [withoutNumber(text), camelWords(text), scriptParts(text)];
  return (
    (bare === undefined ? undefined : labelOfText(property, bare)) ??
    (camel === undefined ? undefined : labelOfPhrase(property, camel)) ??
    (scripts === undefined ? undefined : labelOfParts(property, scripts)) ??
    labelOfTranslations(property, text)
  );
}

function labelOfPhrase(property: PropertyName, text: string): string | undefined {
  return (
    labelOf(property, wordsOf(text)) ??
    labelOfParts(property, text) ??
    labelOfUnassigned(property, text) ??
    labelOfAdverb(property, text) ??
    labelOfSegments(property, text) ??
    labelOfCompound(property, text) ??
    labelOfWaiting(property, text)
  );
}

/** The label that every word has, if a text repeats it in two languages: "Alta High". */
function labelOfTranslations(property: PropertyName, text: string): string | undefined {
  const parts = property === 'category' ? [] : wordsOf(text);
  return parts.length > 1 ? agreed(parts.map((part) => labelOf(property, [part]))) : undefined;
}

/** The label that all parts of a text have, ignoring ordinal numbers. */
function labelOfParts(property: PropertyName, word: string): string | undefined {
  const parts = word.split(SEPARATORS).map((part) => wordsOf(withoutOrdinal(part)));
  const labels = parts.filter((part) => part.join('') !== '').map((part) => labelOf(property, part));
  return agreed(labels);
}

/** The label that all known segments have. Unknown segments only explain it. Undefined where a negation may reverse the meaning. */
function labelOfSegments(property: PropertyName, word: string): string | undefined {
  const segments = word.split(SEGMENTS).filter((segment) => segment.trim() !== '');
  // The first segment of a status may be followed by its reason: "Closed (no response)". For other properties, a later negation may reverse
  // the whole: "Urgent (not)".
  const [first = '', ...others] = segments;
  if (isNegated(property, first) || (property !== 'status' && others.some((segment) => isNegated(property, segment))))
    return undefined;
  const known = segments.filter((segment) => !isNegated(property, segment));
  const own = property === 'status' && !ALTERNATIVES.test(word) ? labelOfSegment(property, first) : undefined;
  // A pending step does not reopen a finished ticket: "Resolved - awaiting confirmation", "Gelöst (im Test)".
  const isDone = own === 'resolved' || own === 'closed';
  const mayFollow = (part: string) => isWaiting(property, part) || saysActivity(wordsOf(part.trim()));
  const labels = new Set(
    known.filter((part) => !(isDone && mayFollow(part))).map((part) => labelOfSegment(property, part)),
  );
  labels.delete(undefined);
  return labels.size === 1 ? [...labels][0] : closedIfBoth(labels);
}

/** Resolved and closed together mean closed: "uzavřeno - vyřešeno", "Fermé (résolu)". */
function closedIfBoth(labels: ReadonlySet<string | undefined>): string | undefined {
  return labels.size === 2 && labels.has('resolved') && labels.has('closed') ? 'closed' : undefined;
}

/** Whether a segment contains a negation. After a status, "without" belongs to its reason: "Closed without reply". */
function isNegated(property: PropertyName, segment: string): boolean {
  return wordsOfSegment(segment).some(
    (word, index) => NEGATIONS.has(word) && !(property === 'status' && index > 0 && WITHOUT.has(word)),
  );
}

function wordsOfSegment(segment: string): readonly string[] {
  return segment.split(/[\s_-]+/).map(foldWord);
}

/**
 * The label of a segment, ignoring words that add no information. A status may be followed by its reason ("Closed by user", "Chiuso senza
 * risposta") or be that reason ("Fix in progress"). The words of a category may agree: "Network outage".
 */
function labelOfSegment(property: PropertyName, segment: string): string | undefined {
  const parts = wordsOf(withoutOrdinal(segment).replaceAll(ELISION, 'de '));
  const meaningful = parts.filter((part) => !NEUTRAL_WORDS[property].has(part));
  const label =
    labelOf(property, parts) ??
    labelOfDegree(property, parts) ??
    labelOf(property, meaningful) ??
    labelOf(property, trimmed(property, parts));
  if (label !== undefined || property === 'priority') return label;
  if (property === 'category') return agreedSubject(meaningful.map((part) => labelOf(property, [part])));
  const end = Math.max(
    parts.findIndex((part, index) => index > 0 && PREPOSITIONS.has(part)),
    0,
  );
  const after = parts.findIndex((part) => POSTPOSITIONS.has(part)) + 1;
  if (after > 1) return labelOf(property, parts.slice(after));
  const [own, behind] = [parts.slice(0, end), parts.slice(end)].map((text) => labelOf(property, text));
  return own === 'resolved' || own === 'closed'
    ? own
    : (behind ?? own ?? labelOfStart(parts) ?? labelOfActivity(parts));
}

/** A status that starts with two or more words for "in progress", followed by the place, person or reason: "U obradi kod dobavljača". */
function labelOfStart(parts: readonly string[]): string | undefined {
  const isUnderWay = (end: number) => labelOf('status', parts.slice(0, end)) === 'in_progress';
  const end = parts.findLastIndex((_, index) => index > 1 && isUnderWay(index));
  if (end < 2) return undefined;
  const others = parts.slice(end).map((part) => labelOf('status', [part]));
  return others.every((label) => label === undefined || label === 'in_progress') ? 'in_progress' : undefined;
}

/** A status that describes an activity is in progress: "Wird überprüft", "In testing by vendor". */
function labelOfActivity(parts: readonly string[]): string | undefined {
  return saysActivity(parts) && !parts.some((part) => NEGATIONS.has(part)) ? 'in_progress' : undefined;
}

/** The priority of words with "very". In GLPI and OTRS, "very high" is critical. */
function labelOfDegree(property: PropertyName, parts: readonly string[]): string | undefined {
  const bare = property === 'priority' ? withoutDegree(parts) : undefined;
  const label = bare && labelOf('priority', bare);
  return label === 'high' ? 'critical' : label === 'medium' ? undefined : label;
}

/** The category that all words have. A question or complaint belongs to its subject: "Invoice complaint". */
function agreedSubject(labels: readonly (string | undefined)[]): string | undefined {
  const subjects = labels.filter((label) => label !== 'general');
  return agreed(subjects.length > 0 ? subjects : labels);
}

/** Words without those at both ends that add no information: "mot de passe" keeps its own. */
function trimmed(property: PropertyName, parts: readonly string[]): readonly string[] {
  const adds = (part: string) => !NEUTRAL_WORDS[property].has(part);
  return parts.slice(Math.max(parts.findIndex(adds), 0), parts.findLastIndex(adds) + 1);
}

/** The label that all words have. */
function agreed(labels: readonly (string | undefined)[]): string | undefined {
  return labels.every((label) => label === labels[0]) ? labels[0] : undefined;
}

/** The label of a word that is joined with one that adds no information: "Zahlungsprobleme", "支付问题", "優先度高". */
function labelOfCompound(property: PropertyName, word: string): string | undefined {
  const folded = foldWord(word);
  const bare = folded.replace(NEUTRAL_AFFIXES[property], '');
  return bare === folded || bare === '' ? undefined : labelOf(property, [bare]);
}

/** The label of a status with an adverb, before its words are split at separators: "Actualmente en curso". */
function labelOfAdverb(property: PropertyName, word: string): string | undefined {
  return property === 'status' ? labelOf(property, trimmed(property, wordsOf(word))) : undefined;
}

/** A status that waits for an assignment is open: "En attente d'affectation". */
function labelOfUnassigned(property: PropertyName, word: string): string | undefined {
  return isWaiting(property, word) && UNASSIGNED.test(spaced(word)) ? 'open' : undefined;
}

/** Any other status that waits is in progress, and so is one that says that work is being done. */
function labelOfWaiting(property: PropertyName, word: string): string | undefined {
  const isUnderWay = property === 'status' && UNDER_WAY.test(spaced(word)) && !endsNegated(word);
  return isUnderWay || isWaiting(property, word) ? 'in_progress' : undefined;
}

/**
 * Whether a status waits. A word that may turn its meaning does so in front or at its end. Behind the word for waiting it says for what:
 * "un" and "no" are articles in "Esperando a un tercero" and "Aguardando no fornecedor".
 */
function isWaiting(property: PropertyName, word: string): boolean {
  if (property !== 'status' || endsNegated(word)) return false;
  const positions = [spaced(word), trimmed(property, wordsOf(word)).join(' ')].map((text) => text.search(WAITING));
  return positions.some((at) => at === 0 || (at > 0 && !isNegated(property, word)));
}

function endsNegated(word: string): boolean {
  return NEGATIONS.has(wordsOfSegment(word).at(-1) ?? '');
}
