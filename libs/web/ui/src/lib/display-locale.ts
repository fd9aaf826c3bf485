/** Locale of dates and numbers. The client's texts are English, too. */
export const DISPLAY_LOCALE = 'en-GB';
