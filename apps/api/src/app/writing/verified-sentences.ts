import type { ConversationPart } from './conversation-text';

/** A sentence of the model with the words of the conversation that it rests on. */
export interface VerifiedSentence {
  readonly text: string;
  /** Occurs in the masked text of the message, with white space folded. */
  readonly quote: string;
  /** The message that has the quote; null for the ticket itself. */
  readonly messageId: number | null;
}

/** The sentences that stand, and how many the model wrote. */
export interface CheckedSentences {
  readonly sentences: readonly VerifiedSentence[];
  readonly written: number;
}

/** Shorter quotes occur by chance. */
export const QUOTE_MIN_LENGTH = 12;
/** Limits of what a model may write, in UTF-16 code units and sentences. */
export const SENTENCE_MAX_LENGTH = 500;
export const QUOTE_MAX_LENGTH = 500;
export const SENTENCES_MAX = 8;

/** Control characters other than white space, and characters that change the direction of the text around them (UAX #9). */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** What a mail program makes a link of: an address with a scheme, or a name with a dot and a domain. */
const LINKS =
  /(?<![\p{L}\p{N}-])(?:[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/:?#][^\s<>"]*)?)/giu;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//;
/** A sentence may end right after a link. */
const END_OF_SENTENCE = new Set('.,;:!?)]\'"');

/**
 * Keeps the sentences whose quote occurs in the conversation, and that contain no link which it does not contain. The answer is
 * untrusted: a model invents quotes, and a message may have asked it to.
 * @returns undefined if the answer has no list of sentences
 */
export function verifiedSentences(answer: unknown, parts: readonly ConversationPart[]): CheckedSentences | undefined {
  const list = (answer as { readonly sentences?: unknown } | undefined)?.sentences;
  if (!Array.isArray(list)) return undefined;
  const sources = parts.map(({ messageId, text }) => ({ messageId, text: folded(text) }));
  const links = new Set(sources.flatMap(({ text }) => linksOf(text)));
  const written = list.slice(0, SENTENCES_MAX);
  const sentences = written.flatMap((each: unknown) => verified(each, sources, links) ?? []);
  return { sentences, written: written.length };
}

interface Source {
  readonly messageId: number | null;
  readonly text: string;
}

function verified(
  sentence: unknown,
  sources: readonly Source[],
  links: ReadonlySet<string>,
): VerifiedSentence | undefined {
  const { text, quote, part } = (sentence ?? {}) as Readonly<Record<string, unknown>>;
  const plain = plainText(text, SENTENCE_MAX_LENGTH);
  const words = plainText(quote, QUOTE_MAX_LENGTH);
  if (!plain || !words || words.length < QUOTE_MIN_LENGTH) return undefined;
  const named = typeof part === 'number' ? sources[part] : undefined;
  const source = named?.text.includes(words) ? named : sources.find((each) => each.text.includes(words));
  if (!source || hasForeignLink(plain, links)) return undefined;
  return { text: plain, quote: words, messageId: source.messageId };
}

/** Undefined for what is no text, and for a text that is too long or has characters that a screen would obey. */
function plainText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string' || value.length > 2 * maxLength || !value.isWellFormed()) return undefined;
  const text = folded(value);
  return text && text.length <= maxLength && !UNPRINTABLE.test(text) ? text : undefined;
}

/** A link is known if it is one of the conversation, or its beginning up to the end of a name. */
function hasForeignLink(text: string, links: ReadonlySet<string>): boolean {
  return linksOf(text).some(
    (link) =>
      !links.has(link) &&
      ![...links].some((known) => known.startsWith(link) && '/:?#'.includes(known.charAt(link.length))),
  );
}

/** The links of a text, in lower case, without schemes. */
function linksOf(text: string): string[] {
  const links = text.match(LINKS) ?? [];
  return links.map((link) => withoutEnd(link.toLowerCase().replace(SCHEME, '')));
}

function withoutEnd(link: string): string {
  let end = link.length;
  while (END_OF_SENTENCE.has(link.charAt(end - 1))) end--;
  return link.slice(0, end);
}

/** Compatible characters as one (NFKC), typographic quotation marks as plain ones, and white space as single spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚′]/gu, "'")
    .replace(/[“”„″]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
