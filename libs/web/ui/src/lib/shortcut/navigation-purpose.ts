/** What a navigation to the tickets is for: goes with it as its `info`, and the page puts the focus there. */
export const TO_SEARCH = 'to search';
export const TO_READ = 'to read';
