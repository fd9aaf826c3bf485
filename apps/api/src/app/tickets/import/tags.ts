import { TAGS_MAX, TAG_PATTERN, toTag } from '@docket/domain';
import { sortedTags } from '../../platform/validation/is-tags';
import { isPlaceholder } from './placeholders';

/** Maximum number of values in a list, of UTF-16 code units in a text, and of UTF-16 code units in one tag. The rest is ignored. */
const MAX_VALUES = 200;
const TEXT_MAX_LENGTH = 10_000;
const PIECE_MAX_LENGTH = 200;

const TAG = new RegExp(TAG_PATTERN, 'u');
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const NOT_IN_TAGS = /[^\p{L}\p{M}\p{N}_-]+/u;

/** Separators of tags. A tag may contain spaces, except in files that separate tags by spaces. */
const MARKS = /[,;|\n\t、，；]/;
const MARKS_OR_SPACES = /[,;|\s、，；]/;

/** Members that contain the name of a tag, if tags are objects: GitHub, Intercom, Trello, Linear, Help Scout, ServiceNow. */
const NAMES = ['name', 'title', 'label', 'value', 'tag', 'text', 'display_value', 'displayName'];

/** The tags of a row. */
export interface RowTags {
  /** Normalized and sorted, as the database requires. */
  readonly tags: string[];
  /** Whether the row has other tags, which cannot be stored. */
  readonly hasLost: boolean;
}

const NONE: RowTags = { tags: [], hasLost: false };

/**
 * Reads the tags of a row: a list, or a text that separates them by a comma, semicolon, bar or line break. Replaces characters that are not
 * allowed in tags by hyphens: "Good first issue" becomes `good-first-issue`. Leaves out tags that are still too long, and all after the
 * tenth.
 * @param areSpaced whether spaces separate the tags of a text, too
 */
export function readTags(value: unknown, areSpaced: boolean): RowTags {
  if (value === undefined || value === null || value === '') return NONE;
  const texts = Array.isArray(value) ? value.slice(0, MAX_VALUES).map(nameOf) : [nameOf(value)];
  const separator = areSpaced && !Array.isArray(value) ? MARKS_OR_SPACES : MARKS;
  const tags = new Set<string>();
  let hasLost = Array.isArray(value) && value.length > MAX_VALUES;
  for (const text of texts) {
    if (isPlaceholder(text)) continue;
    hasLost ||= text.length > TEXT_MAX_LENGTH;
    for (const piece of text.slice(0, TEXT_MAX_LENGTH).split(separator)) {
      const tag = piece.length > PIECE_MAX_LENGTH ? undefined : allowedTag(piece);
      if (tag === '') continue;
      if (tag === undefined || (tags.size === TAGS_MAX && !tags.has(tag))) hasLost = true;
      else tags.add(tag);
    }
  }
  return { tags: sortedTags([...tags]), hasLost };
}

/** Whether these texts separate tags by spaces: they contain spaces and no other separator. Undefined if no text has several tags. */
export function areSpacedTags(values: readonly unknown[]): boolean | undefined {
  const texts = values.flatMap((value) => (typeof value === 'string' ? value.slice(0, TEXT_MAX_LENGTH).trim() : []));
  if (texts.some((text) => MARKS.test(text))) return false;
  return texts.some((text) => /\s/.test(text)) ? true : undefined;
}

/** The tag for a text; empty if there is none, undefined if it is too long. */
function allowedTag(text: string): string | undefined {
  const tag = toTag(text);
  if (!LETTER_OR_DIGIT.test(tag)) return '';
  if (TAG.test(tag)) return tag;
  const name = tag.split(NOT_IN_TAGS).filter(Boolean).join('-');
  return name === '' || TAG.test(name) ? name : undefined;
}

function nameOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const members = value as Record<string, unknown>;
  const name = NAMES.map((one) => members[one]).find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : '';
}
