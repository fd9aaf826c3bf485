import { cutText } from './cut-text';

it.each([
  ['a short text', 'abc', 'abc'],
  ['a text of the maximum length', 'abcd', 'abcd'],
  ['a longer text', 'abcde', 'abcd…'],
  ['a text with an emoji over the limit', 'abc😀', 'abc…'],
  ['a text with an emoji before the limit', 'ab😀c', 'ab😀…'],
])('cuts %s', (_case, text, expected) => {
  expect(cutText(text, 4)).toBe(expected);
});
