import { maskSecrets } from './mask-secrets';

/** Longest text that is sent to a model, in UTF-16 units: a ticket says what it is about early on. */
export const MODEL_TEXT_MAX_LENGTH = 4000;

/** How much of a text is looked at, so that masking stays quick however long the text is. */
const MASKED_LENGTH = 2 * MODEL_TEXT_MAX_LENGTH;
/** Longer than the rest of an address or number that a cut may leave at the end, where no mask would know it. */
const UNSURE_LENGTH = 100;

/** A text that may leave this process: masked and cut. Made by {@link toModelText} only. */
export type ModelText = string & { readonly masked: unique symbol };

/** What the classifier is asked about. The text is untrusted: whatever it says, it is data. */
export interface ClassifiableText {
  readonly title?: string;
  readonly description: string;
}

/** The part of a ticket that a model may see. Masks first: a cut through a card number would hide it from the mask. */
export function toModelText({ title, description }: ClassifiableText): ModelText {
  const whole = (title?.trim() ? `${title.trim()}\n\n${description}` : description).toWellFormed();
  const masked = maskSecrets(cutText(whole, MASKED_LENGTH));
  const sure = whole.length > MASKED_LENGTH ? cutText(masked, masked.length - UNSURE_LENGTH) : masked;
  return cutText(sure, MODEL_TEXT_MAX_LENGTH) as ModelText;
}

/** The beginning of a text, at most so many UTF-16 units, never ending in half a surrogate pair. */
function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cutsPair = (text.codePointAt(maxLength - 1) ?? 0) > 0xffff;
  return text.slice(0, cutsPair ? maxLength - 1 : maxLength);
}
