/** Share of neighbours of different kinds (upper case, lower case, digit) in a random text; 0.62 on average, 0.33 in words in CamelCase. */
const MIN_CHANGES = 0.38;
const MIN_LENGTH = 24;
/** Length of a secret access key of AWS, which may have more words than other keys. */
const AWS_SECRET_LENGTH = 40;
const MIN_CHANGES_OF_AWS_SECRET = 0.3;
const PATH_MAX_SEGMENT = 20;

/** Whether a text without spaces looks random: it alternates upper case, lower case and digits. Words, paths and hexadecimal numbers do not. */
export function isRandom(token: string): boolean {
  if (token.length < MIN_LENGTH || !/[a-z]/.test(token) || !/[A-Z]/.test(token) || !/\d/.test(token)) return false;
  if (token.length === AWS_SECRET_LENGTH && !/[-_.]/.test(token)) return changes(token) >= MIN_CHANGES_OF_AWS_SECRET;
  const isPath = token.split(/[/_=-]/).every((segment) => segment.length <= PATH_MAX_SEGMENT);
  return !isPath && changes(token) >= MIN_CHANGES;
}

function changes(token: string): number {
  const kinds = Array.from(token, (character) =>
    /\d/.test(character) ? 'digit' : /[A-Z]/.test(character) ? 'upper' : 'other',
  );
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length / kinds.length;
}
