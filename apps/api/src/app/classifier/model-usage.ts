/** Usage that the model reports for one call, for the log. */
export interface ModelUsage {
  /** The exact version of the model. GEMINI_MODEL may be an alias, such as `gemini-flash-latest`. */
  readonly modelVersion?: string;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
}
