import { TAGS_MAX, TAG_MAX_LENGTH } from '@docket/domain';
import { addTags } from './tag-draft';

describe('addTags', () => {
  it.each([
    ['a word', [], 'MFA', ['mfa']],
    ['several words', ['a'], ' b, c;d\te ', ['a', 'b', 'c', 'd', 'e']],
    ['a word that is there', ['mfa'], 'Mfa', ['mfa']],
    ['nothing', ['a'], '  ', ['a']],
    ['a decomposed word', [], 'cafe\u0301', ['café']],
    ['a word of the greatest length', [], '𝕏'.repeat(TAG_MAX_LENGTH), ['𝕏'.repeat(TAG_MAX_LENGTH)]],
  ])('adds %s', (_what, tags, text, expected) => {
    expect(addTags(tags, text)).toEqual({ tags: expected, text: '' });
  });

  it.each([
    ['x'.repeat(TAG_MAX_LENGTH + 1), `A tag has at most ${TAG_MAX_LENGTH} characters.`],
    ['a.b', 'A tag has letters, digits, - and _ only.'],
  ])('says why %p is no tag, and keeps what comes after it', (word, error) => {
    expect(addTags([], `good ${word} rest`)).toEqual({ tags: ['good'], text: `${word} rest`, error });
  });

  it('adds no more tags than a ticket may have', () => {
    const tags = Array.from({ length: TAGS_MAX }, (_, index) => `tag${index}`);

    expect(addTags(tags.slice(1), 'last').error).toBeUndefined();
    expect(addTags(tags, 'more')).toEqual({ tags, text: 'more', error: `A ticket has at most ${TAGS_MAX} tags.` });
    expect(addTags(tags, 'tag3')).toEqual({ tags, text: '' });
  });
});
