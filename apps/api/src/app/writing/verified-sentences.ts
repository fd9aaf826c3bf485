import type { ConversationPart } from './conversation-text';

/** A sentence by the model, with the quote from the conversation that supports it. */
export interface VerifiedSentence {
  readonly text: string;
  /** Occurs in the masked text of the message, after normalization. */
  readonly quote: string;
  /** The id of the quoted message; null for the ticket itself. */
  readonly messageId: number | null;
}

/** The verified sentences, and the number of sentences that were checked. */
export interface CheckedSentences {
  readonly sentences: readonly VerifiedSentence[];
  readonly written: number;
}

/** Minimum length of a quote: shorter ones may match by chance. */
export const QUOTE_MIN_LENGTH = 12;
/** Limits for a text by the model, in UTF-16 code units and sentences. */
export const SENTENCE_MAX_LENGTH = 500;
export const QUOTE_MAX_LENGTH = 500;
export const SENTENCES_MAX = 8;

/** Control characters other than white space, and characters that change the direction of the text around them (UAX #9). */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Text that mail programs turn into a link: a URL with a scheme, or a domain name. */
const LINKS =
  /(?<![\p{L}\p{N}-])(?:[a-z][a-z0-9+.-]*:\/\/[^\s<>"]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/:?#][^\s<>"]*)?)/giu;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//;
/** Punctuation that may follow a link at the end of a sentence. */
const END_OF_SENTENCE = new Set('.,;:!?)]\'"');

/**
 * Keeps the sentences whose quote occurs in the conversation and whose links all occur in it. The output is untrusted: a model may invent
 * quotes, or follow instructions in a message.
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

/** The normalized text; undefined if the value is no string, is too long, or contains characters that affect its display. */
function plainText(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string' || value.length > 2 * maxLength || !value.isWellFormed()) return undefined;
  const text = folded(value);
  return text && text.length <= maxLength && !UNPRINTABLE.test(text) ? text : undefined;
}

/** Whether a text contains a link that is not in the conversation. A known link may be cut off before `/`, `:`, `?` or `#`. */
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

/** Normalizes a text: NFKC, typographic quotation marks become plain ones, and white space becomes single spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚′]/gu, "'")
    .replace(/[“”„″]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
