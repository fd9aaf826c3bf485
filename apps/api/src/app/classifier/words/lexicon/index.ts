import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import type { Lexicon } from './lexicon';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

/** All languages at once: a ticket does not say which one it is in, and many mix two. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE];
