import { hasPreference } from './prefer-header';

it.each([
  ['docket-blind', true],
  ['Docket-Blind', true],
  ['return=minimal, docket-blind; foo=bar', true],
  ['wait=10,docket-blind=1', true],
  [undefined, false],
  ['', false],
  ['docket-blindfold', false],
  ['return="docket-blind"', false],
])('reads %p', (header, expected) => {
  expect(hasPreference(header, 'docket-blind')).toBe(expected);
});
