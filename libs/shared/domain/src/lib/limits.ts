/** Maximum id: the largest value of PostgreSQL's integer type. */
export const ID_MAX = 2_147_483_647;

/** Maximum length of a title, in Unicode code points: 200 emoji fit. */
export const TITLE_MAX_LENGTH = 200;

/** Maximum length of a description, in Unicode code points. */
export const DESCRIPTION_MAX_LENGTH = 100_000;

/** Maximum and default page size of the ticket list. */
export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;

/** Minimum length of a text for a suggestion; a shorter text says too little about a ticket. */
export const SUGGESTION_MIN_LENGTH = 20;

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 for a password without a second factor; no rules about kinds of characters. */
export const PASSWORD_MIN_LENGTH = 15;
/** Maximum length of a password, in Unicode code points. A passphrase this long is beyond any attack. */
export const PASSWORD_MAX_LENGTH = 128;

/** Maximum length of the name of a person or a service, in Unicode code points. */
export const USER_NAME_MAX_LENGTH = 100;

/** Maximum length of the name of a token, in Unicode code points. */
export const TOKEN_NAME_MAX_LENGTH = 100;
/** Default and maximum lifetime of a token, in days. The maximum is a leap year, so that a token renewed yearly never expires early. */
export const TOKEN_DAYS_DEFAULT = 90;
export const TOKEN_DAYS_MAX = 366;
/** Maximum number of valid tokens of a person or a service. */
export const TOKENS_MAX = 50;
/** Maximum number of active services. */
export const SERVICES_MAX = 100;
