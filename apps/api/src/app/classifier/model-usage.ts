/** What a model says about one call, for the log. */
export interface ModelUsage {
  /** The version that answered, which may be another than the one that was asked for. */
  readonly modelVersion?: string;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
}
