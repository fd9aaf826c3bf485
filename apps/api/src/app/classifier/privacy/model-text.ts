import { type CountryCode } from 'libphonenumber-js/max';
import { maskSecrets } from './mask-secrets';

/** Maximum length of a text for a model, in UTF-16 code units. The start of a ticket usually states its subject. */
export const MODEL_TEXT_MAX_LENGTH = 4000;

/** Maximum length of a text to mask, which limits the time that masking takes. */
const MASKING_MAX_LENGTH = 2 * MODEL_TEXT_MAX_LENGTH;
/** Characters to drop from the end of a truncated text: they may be part of an address or number, which no mask recognises. */
const UNSAFE_TAIL_LENGTH = 200;

/** A masked and truncated text, which may leave this process. Created by {@link toModelText} only. */
export type ModelText = string & { readonly masked: unique symbol };

/** Untrusted text of a ticket to classify. */
export interface ClassifiableText {
  readonly title?: string;
  readonly description: string;
}

/**
 * Masks a ticket's text, then truncates it: a truncated card number would not be recognised.
 * @param countries countries whose local phone numbers are masked in any format
 */
export function toModelText(
  { title, description }: ClassifiableText,
  countries: readonly CountryCode[] = [],
): ModelText {
  const fullText = (title?.trim() ? `${title.trim()}\n\n${description}` : description).toWellFormed();
  const masked = maskSecrets(truncate(fullText, MASKING_MAX_LENGTH), countries);
  const safe = fullText.length > MASKING_MAX_LENGTH ? truncate(masked, masked.length - UNSAFE_TAIL_LENGTH) : masked;
  return truncate(safe, MODEL_TEXT_MAX_LENGTH) as ModelText;
}

/** Truncates to `maxLength` UTF-16 code units, or to one less instead of splitting a surrogate pair. */
function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const splitsPair = (text.codePointAt(maxLength - 1) ?? 0) > 0xffff;
  return text.slice(0, splitsPair ? maxLength - 1 : maxLength);
}
