/** Whose suggestions are measured: the language model's, or those of the API itself. */
export const PROVIDERS = ['gemini', 'local'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Which of the two suggested properties is measured. */
export const FIELDS = ['category', 'priority'] as const;
export type Field = (typeof FIELDS)[number];

/** The suggestions that are measured. */
export interface QualityRange {
  /** The first and the last day, in UTC. */
  readonly from: string;
  readonly to: string;
  readonly provider: Provider;
  readonly field: Field;
  /** Only tickets that were filed for this team. Null: those of no team, and requests without a ticket. */
  readonly teamId?: number | null;
}
