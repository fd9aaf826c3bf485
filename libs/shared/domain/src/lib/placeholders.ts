/** Replace personal data and secrets in a text for the language model, which may use them in a draft. */
export const PLACEHOLDERS = ['[email]', '[phone]', '[card]', '[iban]', '[id]', '[key]'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
