import { TAGS_MAX, TAG_MAX_LENGTH, TAG_PATTERN, toTag } from '@docket/domain';

const TAG = new RegExp(TAG_PATTERN, 'u');

export interface TagDraft {
  readonly tags: readonly string[];
  /** Typed text that is not a tag yet. */
  readonly text: string;
  /** The reason why the text is not a valid tag. */
  readonly error?: string;
}

/** Adds the words of a text to tags, up to the first invalid one. Ignores words that are already tags. */
export function addTags(tags: readonly string[], text: string): TagDraft {
  const words = text
    .split(/[\s,;]+/)
    .map(toTag)
    .filter(Boolean);
  let added = tags;
  for (const [index, word] of words.entries()) {
    if (added.includes(word)) continue;
    const error = problemOf(word) ?? (added.length >= TAGS_MAX ? `A ticket has at most ${TAGS_MAX} tags.` : undefined);
    if (error) return { tags: added, text: words.slice(index).join(' '), error };
    added = [...added, word];
  }
  return { tags: added, text: '' };
}

function problemOf(word: string): string | undefined {
  if (TAG.test(word)) return undefined;
  if ([...word].length > TAG_MAX_LENGTH) return `A tag has at most ${TAG_MAX_LENGTH} characters.`;
  return 'A tag has letters, digits, - and _ only.';
}
