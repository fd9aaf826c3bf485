import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Quality } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { CalibrationCard } from '../calibration/calibration-card';
import { ConfusionCard } from '../confusion/confusion-card';
import { FallbacksCard } from '../fallbacks/fallbacks-card';
import { GroupsCard } from '../groups/groups-card';
import { BlindCard } from '../measure/blind-card';
import { MeasureCard } from '../measure/measure-card';
import { LearnedModelCard } from '../learned-model/learned-model-card';
import { pointsOverBlind, providerName, verdict } from '../texts/comparisons';
import { type FigureFilter, suggestionParams } from '../texts/report-suggestions';
import { WeeksCard } from '../weeks/weeks-card';
import { TextsCard } from '../written-texts/texts-card';

/** The cards of a report: the blind accuracy first. */
@Component({
  selector: 'docket-quality-figures',
  imports: [
    BlindCard,
    CalibrationCard,
    ConfusionCard,
    FallbacksCard,
    GroupsCard,
    MeasureCard,
    NumberPipe,
    RouterLink,
    LearnedModelCard,
    TextsCard,
    WeeksCard,
  ],
  templateUrl: './quality-figures.html',
  styleUrl: './quality-figures.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityFigures {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  readonly teamNames = input.required<ReadonlyMap<number, string>>();

  protected readonly links = computed(() => {
    const link = (figure: FigureFilter) => suggestionParams(this.report(), this.team(), figure);
    const calledCritical = { field: 'priority', role: 'blind', suggested: 'critical' } as const;
    return {
      blind: link({ role: 'blind' }),
      shown: link({ role: 'shown' }),
      // The figure is that of the other provider.
      comparison: link({ role: 'compared', provider: this.report().comparison.provider }),
      critical: link({ field: 'priority', role: 'alone', chosen: 'critical' }),
      calledCritical: link(calledCritical),
      rightlyCritical: link({ ...calledCritical, chosen: 'critical' }),
    };
  });
  protected readonly overBlind = computed(() => pointsOverBlind(this.report().acceptance, this.report().blind));
  protected readonly verdict = computed(() => verdict(this.report().comparison, this.report().blind));
  protected readonly otherName = computed(() => {
    const { provider, n } = this.report().comparison;
    return `${providerName(provider)}, same ${new NumberPipe().transform(n)}`;
  });
}
