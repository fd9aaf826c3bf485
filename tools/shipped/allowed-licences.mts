/** Licences allowed in the images. None of them requires the source of Docket. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1', // the font Inter
  'Python-2.0', // argparse
  'Unlicense', // fast-sha256, which is in the public domain
]);

/**
 * Whether the licence of a package is allowed in an image.
 * @param expression an SPDX expression: one licence, or several with OR or AND in parentheses. A mixture of both needs a review by a person
 */
export function isAllowed(expression: string | undefined): boolean {
  const text = (expression ?? '').replace(/^\((.*)\)$/, '$1');
  const choices = text.split(' OR ');
  const parts = text.split(' AND ');
  if (choices.length > 1 && parts.length > 1) return false;
  return choices.length > 1 ? choices.some((name) => ALLOWED.has(name)) : parts.every((name) => ALLOWED.has(name));
}
