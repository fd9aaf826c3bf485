import type { Finding } from './finding';

/** Names of the codes that replace a second factor, without accents. A list follows them. */
const NAME =
  /(?<!\p{L})(?:recovery|backup|back-up|rescue|emergency|scratch|wiederherstellungs|notfall|sicherungs|ersatz)[- ]?(?:codes?|keys?|schlussel)(?!\p{L})|(?<!\p{L})codes? de (?:secours|recuperation|recuperacao|recuperacion|respaldo)(?!\p{L})/giu;
/** The text between the name and the list: up to five words (not the first letter of a code), a sign, line breaks, a list marker. */
const BEFORE = /(?: [\p{L}'’]{1,20}(?![\p{L}\d-])){0,5} ?[:=(]?(?:\n| |\d{1,2}[.)] |[-*•] ){0,6}/uy;
const CODE = /(?=[a-z-]{0,30}\d)(?=\d{8}|\d{0,12}[a-z-])[a-z\d]{4,12}(?:-[a-z\d]{4,12}){0,5}(?![\p{L}\d-])/iuy;
const BETWEEN = /(?: (?:und|and|et|y) |[ ,;/|\n])(?:[ ,;/|\n]|\d{1,2}[.)] |[-*•] ){0,4}/y;
/** Lists have 8 to 16 codes. */
const MAX_CODES = 24;

/** Finds the codes of a list after its name: "Recovery codes: 4f9k-2m8x, 7h3p-9q1z". */
export function findRecoveryCodes(text: string): Finding[] {
  return Array.from(text.matchAll(NAME)).flatMap(({ index, 0: name }) => {
    const findings: Finding[] = [];
    let at = endOf(BEFORE, text, index + name.length);
    while (at !== undefined && findings.length < MAX_CODES) {
      const end = endOf(CODE, text, at);
      if (end === undefined) break;
      findings.push({ start: at, end, placeholder: '[key]' });
      at = endOf(BETWEEN, text, end);
    }
    return findings;
  });
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
