import { SURENESS_FROM, type Sureness } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { firstIdAt } from '../ledger/suggestion-id';
import { CASES_MIN } from '../quality/measured';
import { LEARNED_UNSEEN } from '../quality/measured-suggestions';

/** How often a trained model was right when it was so sure, on tickets whose filer had not seen its suggestion. */
export interface CalibrationBin {
  /** The least confidence. */
  readonly from: number;
  readonly right: number;
  /** At least {@link CASES_MIN}. */
  readonly n: number;
}

/** The bins that have enough cases. */
export type ModelCalibration = Readonly<Partial<Record<Sureness, CalibrationBin>>>;

/** Number of suggestions that are counted, the newest first: it bounds the time of counting in a large ledger. */
const LOOK_BACK = 50_000;

/** The column is a 4-byte float: 0.95 is less than 0.95 there. */
const CONFIDENCE = `round(s.local_confidence::numeric, 3)`;

const COUNT = `
  SELECT CASE WHEN ${CONFIDENCE} >= ${SURENESS_FROM.very} THEN 'very'
              WHEN ${CONFIDENCE} >= ${SURENESS_FROM.fairly} THEN 'fairly'
              ELSE 'hardly' END AS sureness,
         count(*)::int AS n, (count(*) FILTER (WHERE s.local_category = s.chosen_category))::int AS right
  FROM (SELECT * FROM suggestions WHERE id >= $2 ORDER BY id DESC LIMIT ${LOOK_BACK}) AS s
  WHERE s.local_version = $1 AND s.outcome IS NOT NULL AND ${LEARNED_UNSEEN}
  GROUP BY 1`;

interface CountedBin {
  readonly sureness: Sureness;
  readonly n: number;
  readonly right: number;
}

/** Counts how often a trained model was right, by how sure it was. */
@Injectable()
export class ModelCalibrations {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param version the training that the model comes from
   * @param since when it was trained: RFC 3339. It has suggested nothing before
   */
  async of(version: number, since: string): Promise<ModelCalibration> {
    const counted = await this.transactions.statement((manager) =>
      manager.query<CountedBin[]>(COUNT, [version, firstIdAt(new Date(since))]),
    );
    const bins = counted
      .filter(({ n }) => n >= CASES_MIN)
      .map(({ sureness, right, n }) => [sureness, { from: SURENESS_FROM[sureness], right, n }] as const);
    return Object.fromEntries(bins);
  }
}
