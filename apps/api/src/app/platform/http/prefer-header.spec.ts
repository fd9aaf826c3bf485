import { preference } from './prefer-header';

it.each([
  ['docket-blind', ''],
  ['Docket-Blind = Hide', 'hide'],
  ['return=minimal, docket-blind=show; foo=bar', 'show'],
  ['wait=10,docket-blind', ''],
  [undefined, undefined],
  ['', undefined],
  ['docket-blindfold', undefined],
  ['return=docket-blind', undefined],
])('reads %p', (header, expected) => {
  expect(preference(header, 'docket-blind')).toBe(expected);
});
