/** Usage that the model reports for one call, for the log. */
export interface ModelUsage {
  /** The version that answered; an alias such as `gemini-flash-latest` resolves to one. */
  readonly modelVersion?: string;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
}
