import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';

/** Compares a model with what suggested before it, on decisions that neither had seen. */
export interface ModelMetrics {
  /** Number of decisions that were tried. */
  readonly n: number;
  /** Those in which the new model, or the words where it said nothing, suggested what the person chose. */
  readonly right: number;
  /** Those in which the model before, or the words, did. */
  readonly rightBefore: number;
  /** Probability that chance alone makes the difference (McNemar). */
  readonly p: number;
}

/** A training, as the table knows it. */
export interface StoredTraining {
  readonly id: number;
  /** When its decisions were read: later ones are unknown to it. */
  readonly trainedAt: string;
  readonly decisions: number;
  readonly metrics: ModelMetrics;
  readonly isActive: boolean;
}

export type NewTraining = Omit<StoredTraining, 'id' | 'isActive'> & {
  /** The model, to be active from now on; undefined if it was not good enough. */
  readonly parameters?: Uint8Array;
};

/** Trainings that are kept. */
const KEPT = 5;

const COLUMNS = `id, trained_at AS "trainedAt", decisions, metrics, is_active AS "isActive"`;

/** The trained models in the database. At most one is active. */
@Injectable()
export class ModelStore {
  constructor(private readonly transactions: Transactions) {}

  /** The time of the database, which also says when people chose. */
  async now(): Promise<string> {
    const [row] = await this.transactions.statement((manager) =>
      manager.query<[{ now: string }]>('SELECT now()::timestamptz(3) AS now'),
    );
    return row.now;
  }

  /** The latest training, whether its model is active or not. */
  async latest(): Promise<StoredTraining | undefined> {
    const [row] = await this.read(`SELECT ${COLUMNS} FROM local_models ORDER BY id DESC LIMIT 1`);
    return row;
  }

  async active(): Promise<StoredTraining | undefined> {
    const [row] = await this.read(`SELECT ${COLUMNS} FROM local_models WHERE is_active`);
    return row;
  }

  /** The bytes of a model; undefined if it is gone. */
  async parametersOf(id: number): Promise<Uint8Array | undefined> {
    const [row] = await this.transactions.statement((manager) =>
      manager.query<{ parameters: Uint8Array | null }[]>('SELECT parameters FROM local_models WHERE id = $1', [id]),
    );
    return row?.parameters ?? undefined;
  }

  /** Adds a training, and forgets the oldest ones. The active model stays. */
  async add({ trainedAt, decisions, metrics, parameters }: NewTraining): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (parameters) await manager.query('UPDATE local_models SET is_active = false WHERE is_active');
      await manager.query(
        `INSERT INTO local_models (trained_at, decisions, metrics, parameters, is_active) VALUES ($1, $2, $3::jsonb, $4, $5)`,
        [trainedAt, decisions, JSON.stringify(metrics), parameters ?? null, parameters !== undefined],
      );
      await manager.query(
        `DELETE FROM local_models WHERE NOT is_active AND id NOT IN (SELECT id FROM local_models ORDER BY id DESC LIMIT ${KEPT})`,
      );
    });
  }

  private read(sql: string): Promise<StoredTraining[]> {
    return this.transactions.statement((manager) => manager.query<StoredTraining[]>(sql));
  }
}
