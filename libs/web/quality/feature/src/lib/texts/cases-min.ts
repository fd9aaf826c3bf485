/** Fewer cases give no figure: its interval would be wider than 35 points. The API does the same. */
export const CASES_MIN = 30;
