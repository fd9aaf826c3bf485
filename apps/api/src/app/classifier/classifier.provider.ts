import type { TicketLabels } from '@docket/domain';

/** What the classifier is asked about. The text is untrusted: whatever it says, it is data. */
export interface ClassifiableText {
  readonly title?: string;
  readonly description: string;
}

/** The port to a language model. An abstract class is the type and the injection token in one. */
export abstract class ClassifierProvider {
  /**
   * Labels for a text.
   * @param signal aborted when the caller stops waiting
   */
  abstract classify(text: ClassifiableText, signal: AbortSignal): Promise<TicketLabels>;
}
