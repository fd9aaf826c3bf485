import { PROPERTY_NAMES } from '@docket/domain';
import { DESK_LABEL_WORDS } from './desk-label-words';
import { type LabelWords, USUAL_LABEL_WORDS } from './usual-label-words';

/** The words of each label: the usual ones, then those of desks in the languages of their interfaces. */
export const LABEL_WORDS = Object.assign(
  {},
  ...PROPERTY_NAMES.map((name) => {
    const desks: Readonly<Record<string, readonly string[]>> = name === 'category' ? {} : DESK_LABEL_WORDS[name];
    const labels = Object.entries<readonly string[]>(USUAL_LABEL_WORDS[name]);
    return { [name]: Object.fromEntries(labels.map(([label, usual]) => [label, [...usual, ...(desks[label] ?? [])]])) };
  }),
) as LabelWords;
