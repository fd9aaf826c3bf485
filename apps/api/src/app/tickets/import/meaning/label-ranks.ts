import { PROPERTY_VALUES, type PropertyValue } from '@docket/domain';

/** The signs before and after the letters of a text. */
const BEFORE = /^\P{L}{1,15}(?=\p{L})/u;
const BEHIND = /(?<=[\p{L}\p{M}])[^\p{L}\p{M}]{1,15}$/u;
/** Words and signs before an ordinal number: "Nr. 2 Hoch", "L2 High". The support level is not a priority. */
const NUMBERED =
  /^\P{L}{0,5}(?:[nčl]|no|nr|n[uú]m|number|lvl|level|tier|nivel|niveau|livello|номер|уровень)[\s.:#]{0,5}(?=\p{Nd}{1,2}\P{L})/iu;
/** Roman numerals before a word: "II Hoch", "Ⅱ 高". */
const ROMAN = /^(?:I{1,3}|IV|V)[\s.):-]{1,5}(?=\p{L})/u;

/** A rank of urgency before or after a label: "P2: Hoch", "High (P1)", "Prio 3 - niedrig". The most urgent rank is 0 or 1. */
const RANK = String.raw`(?:p|s|prio|priority|priorit[aä]t|priorit[eé]|prioridad|prioridade|priorit[aà]|sev|severity)[\s.:#-]{0,5}(\p{Nd})`;
const RANK_BEFORE = new RegExp(String.raw`^\P{L}{0,5}${RANK}(?!\p{Nd})\P{L}{0,10}(?=\p{L})`, 'iu');
const RANK_BEHIND = new RegExp(String.raw`(?<=[\p{L}\p{M}])[^\p{L}\p{M}]{1,10}${RANK}\P{L}{0,10}$`, 'iu');

/** The priorities, most urgent first. A scale of three levels starts at the second one. */
const PRIORITIES: readonly string[] = [...PROPERTY_VALUES.priority].sort((a, b) => urgency(b) - urgency(a));

/** A text without its ordinal number and the signs around it: "#2 High", "2.) Hoch", "①高", "Alta (3)". Undefined if there is none. */
export function withoutNumber(text: string): string | undefined {
  const withoutOrder = (signs: string) => (isOrder(signs) ? '' : signs);
  const bare = text
    .replace(NUMBERED, '')
    .replace(BEFORE, withoutOrder)
    .replace(BEHIND, withoutOrder)
    .replace(ROMAN, '');
  return bare === text ? undefined : bare;
}

/** Whether signs contain numbers of one or two digits only: longer ones are years or amounts. */
function isOrder(signs: string): boolean {
  const numbers = signs.match(/\p{Nd}+/gu) ?? [];
  return numbers.length > 0 && numbers.every((number) => number.length <= 2);
}

/** A text without its rank, and the rank; undefined if there is none. */
export function withoutRank(text: string): { readonly text: string; readonly rank: number } | undefined {
  for (const pattern of [RANK_BEFORE, RANK_BEHIND]) {
    const digit = pattern.exec(text)?.[1];
    if (digit !== undefined) return { text: text.replace(pattern, ''), rank: Number(digit.normalize('NFKC')) };
  }
  return undefined;
}

/** Whether a rank is plausible for a priority: scales of three, four and five levels differ by one. "P1 - Low" is a contradiction. */
export function mayHaveRank(priority: string, rank: number): boolean {
  const at = Math.min(Math.max(rank, 1), PRIORITIES.length);
  return Math.abs(PRIORITIES.indexOf(priority) + 1 - at) <= 1;
}

function urgency(priority: PropertyValue<'priority'>): number {
  return { low: 1, medium: 2, high: 3, critical: 4 }[priority];
}
