import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import type { ImportWord } from '@docket/web/tickets/data/imports';
import { PropertyNamePipe, valueText } from '@docket/web/tickets/ui';
import { Icon, NumberPipe } from '@docket/web/ui';
import { NOTHING } from './import-corrections';
import { SelectField, type SelectOption } from './select-field';

export interface LabelChoice {
  readonly word: string;
  readonly label: string;
}

/** Number of words shown at first; the others follow on request. */
const SHORT_LIST = 8;

/** Value of the select for a word without a label. */
const REJECTED = '';

/** Labels for the words of a property, unknown words first, and the label of rows without a word. */
@Component({
  selector: 'docket-word-labels',
  imports: [Icon, NumberPipe, PropertyNamePipe, SelectField],
  templateUrl: './word-labels.html',
  styleUrl: './word-labels.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordLabels {
  readonly property = input.required<PropertyName>();
  /** Words of all properties. */
  readonly words = input.required<readonly ImportWord[]>();
  /** The label of rows without a word; undefined if it cannot be chosen. */
  readonly fallback = input<string>();
  readonly chosen = output<LabelChoice>();
  readonly fallbackChosen = output<string>();

  protected readonly isLong = signal(false);
  protected readonly sorted = computed(() =>
    this.words()
      .filter(({ property }) => property === this.property())
      .sort((one, other) => Number(isUnknown(other)) - Number(isUnknown(one)) || other.rows - one.rows),
  );
  protected readonly shown = computed(() => (this.isLong() ? this.sorted() : this.sorted().slice(0, SHORT_LIST)));
  protected readonly labels = computed((): SelectOption[] =>
    PROPERTY_VALUES[this.property()].map((value) => ({ value, text: valueText(this.property(), value) })),
  );
  protected readonly options = computed((): SelectOption[] => [...this.labels(), { value: NOTHING, text: 'None' }]);
  protected readonly optionsOfRejected = computed((): SelectOption[] => [
    { value: REJECTED, text: 'Choose…' },
    ...this.options(),
  ]);

  protected isUnknown(word: ImportWord): boolean {
    return isUnknown(word);
  }

  protected labelOf(word: ImportWord): string {
    return word.reason === 'rejected' ? REJECTED : (word.label ?? NOTHING);
  }

  protected choose(word: string, label: string): void {
    if (label !== REJECTED) this.chosen.emit({ word, label });
  }
}

function isUnknown({ reason }: ImportWord): boolean {
  return reason === 'default' || reason === 'rejected';
}
