import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import type { Lexicon } from './lexicon';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

/** All languages together: the language of a ticket is unknown, and many tickets mix two. */
export const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE];
