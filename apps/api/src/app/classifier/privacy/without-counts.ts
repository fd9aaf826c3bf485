import type { DigitGroup } from './digit-groups';

/** Minimum number of numbers in a count: 5 in steps of one, such as years, 6 in other steps. Phone numbers have fewer groups. */
const MIN_LENGTH = 5;
const MIN_LENGTH_OF_STEPS = 6;

/** A number of a count, without a zero before it. */
const NUMBER = /^(?:0|[1-9]\d{0,3})$/;

/** Excludes arithmetic sequences, such as `1, 2, 3, …, 13` and `10 20 30 40 50 60`: their digits may look like a card number. */
export function withoutCounts(text: string, groups: readonly DigitGroup[]): DigitGroup[] {
  const kept: DigitGroup[] = [];
  for (let first = 0; first < groups.length;) {
    const last = endOfCount(groups, first);
    const isJoined = groups[first]?.gap !== undefined && groups[first]?.gap === groups[first + 1]?.gap;
    if (isCount(groups, first, last) && !isJoined && !hasPlus(text, groups[first])) {
      first = last + 1;
      continue;
    }
    const end = Math.max(last, first + 1); // the last number of one count may be the first of another
    kept.push(...groups.slice(first, end));
    first = end;
  }
  return kept;
}

/** The last group of the longest row of numbers with the same step and the same text between each two. */
function endOfCount(groups: readonly DigitGroup[], first: number): number {
  let last = first;
  for (let next = first + 1; isNext(groups, first, next); next++) last = next;
  return last;
}

function isNext(groups: readonly DigitGroup[], first: number, next: number): boolean {
  const [one, two, before, group] = [first, first + 1, next - 1, next].map((index) => groups[index]);
  if (!one || !two || !before || !group?.gap || group.gap !== two.gap) return false;
  const step = Number(two.digits) - Number(one.digits);
  return step !== 0 && [before, group].every(isNumber) && Number(group.digits) - Number(before.digits) === step;
}

function isCount(groups: readonly DigitGroup[], first: number, last: number): boolean {
  const step = Math.abs(Number(groups[first + 1]?.digits) - Number(groups[first]?.digits));
  const next = groups[last + 1];
  const goesOn = next?.gap !== undefined && next.gap === groups[last]?.gap;
  return !goesOn && last - first + 1 >= (step === 1 ? MIN_LENGTH : MIN_LENGTH_OF_STEPS);
}

function isNumber({ digits }: DigitGroup): boolean {
  return NUMBER.test(digits);
}

/** Whether a number is an international one. */
function hasPlus(text: string, group: DigitGroup | undefined): boolean {
  return text.charAt((group?.start ?? 0) - 1) === '+';
}
