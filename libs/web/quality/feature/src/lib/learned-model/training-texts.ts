import type { Training } from '@docket/web/quality/data';
import { DayPipe, NumberPipe } from '@docket/web/ui';
import { CASES_MIN } from '../texts/cases-min';
import { percent } from '../texts/percent';

type Accuracy = NonNullable<Training['accuracy']>;

/** The UTC day of a time. */
export function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}

/** Whether there are enough decisions for a share in percent. */
export function hasFigure({ n }: Accuracy): boolean {
  return n >= CASES_MIN;
}

/** "What suggested before was right in 71.3 % of the same decisions." Empty for too few decisions. */
export function beforeText({ accuracy_before: before }: Training): string {
  return before && hasFigure(before)
    ? `What suggested before was right in ${percent(before.share)} of the same decisions.`
    : '';
}

/** Why the model of a training does not suggest. In numbers of decisions, since they may be few. */
export function refusalText({ trained_at, accuracy, accuracy_before: before }: Training): string {
  const training = `The model of ${new DayPipe().transform(dayOf(trained_at))} is not used`;
  if (!accuracy || !before) return `${training}: it was worse than what suggests now.`;
  const number = new NumberPipe();
  const right = ({ share, n }: Accuracy) => number.transform(Math.round(share * n));
  return `${training}: it was right in ${right(accuracy)} of the ${number.transform(accuracy.n)} newest decisions, and what suggests now in ${right(before)}.`;
}
