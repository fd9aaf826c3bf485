import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { type MixRow, mixQuery } from './drift-report';
import { findModelUses } from './find-model-uses';
import {
  type BlindRow,
  type CalibrationRow,
  type LatencyRow,
  type OutcomeRow,
  blindQuery,
  calibrationQuery,
  latencyQuery,
  lossesQuery,
  outcomesQuery,
  spentQuery,
} from './quality-queries';
import type { QualityRange } from './quality-range';
import { type QualityReport, toQualityReport } from './quality-report';
import { type TextsRow, textsQuery } from './texts-report';

/** Measures suggestions by the ledger, on demand: no counter can drift from what it counts. */
@Injectable()
export class QualityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  /** All figures come from one snapshot, so they add up. */
  measure(range: QualityRange): Promise<QualityReport> {
    return this.transactions.run(async (manager) => {
      const outcomes = await outcomesQuery(manager, range).getRawMany<OutcomeRow>();
      const uses = await findModelUses(manager, range, outcomes);
      const blind = await blindQuery(manager, range).getRawMany<BlindRow>();
      const calibration = await calibrationQuery(manager, range).getRawMany<CalibrationRow>();
      const latency = await latencyQuery(manager, range).getRawMany<LatencyRow>();
      const losses = await lossesQuery(manager, range).getRawOne<{ number: number }>();
      const mix = await mixQuery(manager, range).getRawMany<MixRow>();
      const [texts] = await textsQuery(manager, range).getRawMany<TextsRow>();
      const spent = await spentQuery(manager).getRawOne<{ micros: number }>();
      if (!texts || !spent) throw new Error('An aggregate returned no row');
      const [lost, spentMicros] = [losses?.number ?? 0, spent.micros];
      const rows = { outcomes, uses, blind, calibration, latency, lost, texts, mix, spentMicros };
      return toQualityReport(range, rows, this.settings.callLimits.microsPerMonth);
    }, 'REPEATABLE READ');
  }
}
