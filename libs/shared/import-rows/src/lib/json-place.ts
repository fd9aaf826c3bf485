/**
 * Where the current byte is: between values, in an object that may have records inside, among the records, which may have names, or
 * after them, where the names of their columns may be.
 */
export type Place = 'top' | 'object' | 'records' | 'named records' | 'after lists' | 'rest' | 'end';

/** What a byte does with the current row. */
export type Effect =
  'none' | 'starts' | 'restarts' | 'ends before' | 'ends after' | 'ends columns' | 'divides' | 'drops';
