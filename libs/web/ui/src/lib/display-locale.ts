/** Locale of dates and numbers. The texts of the client are English too. */
export const DISPLAY_LOCALE = 'en-GB';
