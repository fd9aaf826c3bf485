import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';

/** Compares a model with the suggestions before it, on decisions that neither had seen. */
export interface ModelMetrics {
  /** Size of the test set. */
  readonly n: number;
  /** Correct suggestions of the new model, or of the words where it gave none. */
  readonly right: number;
  /** Correct suggestions of the model before, or of the words where it gave none. */
  readonly rightBefore: number;
  /** The p-value of the difference (McNemar). */
  readonly p: number;
}

/** A row of `local_models` without the parameters. */
export interface StoredTraining {
  readonly id: number;
  /** Time at which its decisions were read. The model has not seen later ones. */
  readonly trainedAt: string;
  readonly decisions: number;
  readonly metrics: ModelMetrics;
  readonly isActive: boolean;
}

export type NewTraining = Omit<StoredTraining, 'id' | 'isActive'> & {
  /** The model, which becomes active; undefined if it was not good enough. */
  readonly parameters?: Uint8Array;
};

/** Number of trainings to keep. */
const KEPT = 5;

const COLUMNS = `id, trained_at AS "trainedAt", decisions, metrics, is_active AS "isActive"`;

/** The trained models in the database. At most one is active. */
@Injectable()
export class ModelStore {
  constructor(private readonly transactions: Transactions) {}

  /** The time of the database, whose clock also dates the decisions. */
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

  /** The bytes of a model; undefined if it was deleted or rejected. */
  async parametersOf(id: number): Promise<Uint8Array | undefined> {
    const [row] = await this.transactions.statement((manager) =>
      manager.query<{ parameters: Uint8Array | null }[]>('SELECT parameters FROM local_models WHERE id = $1', [id]),
    );
    return row?.parameters ?? undefined;
  }

  /** Adds a training, and deletes the oldest ones except for the active one. */
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
