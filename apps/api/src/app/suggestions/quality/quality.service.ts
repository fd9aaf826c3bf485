import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type MixRow, mixQuery } from './drift-report';
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
} from './quality-queries';
import type { QualityRange } from './quality-range';
import { type QualityReport, toQualityReport } from './quality-report';
import { type TextsRow, textsQuery } from './texts-report';

/** Measures suggestions by the ledger, on demand: no counter can drift from what it counts. */
@Injectable()
export class QualityService {
  constructor(private readonly transactions: Transactions) {}

  /** All figures come from one snapshot, so they add up. */
  measure(range: QualityRange): Promise<QualityReport> {
    return this.transactions.run(async (manager) => {
      const outcomes = await outcomesQuery(manager, range).getRawMany<OutcomeRow>();
      const blind = await blindQuery(manager, range).getRawMany<BlindRow>();
      const calibration = await calibrationQuery(manager, range).getRawMany<CalibrationRow>();
      const latency = await latencyQuery(manager, range).getRawMany<LatencyRow>();
      const losses = await lossesQuery(manager, range).getRawOne<{ number: number }>();
      const mix = await mixQuery(manager, range).getRawMany<MixRow>();
      const [texts] = await textsQuery(manager, range).getRawMany<TextsRow>();
      if (!texts) throw new Error('An aggregate returned no row');
      return toQualityReport(range, {
        outcomes,
        blind,
        calibration,
        latency,
        lost: losses?.number ?? 0,
        texts,
        mix,
      });
    }, 'REPEATABLE READ');
  }
}
