/** Public API of the move between the forms of the database. Other features import from this file only. */
export { MOVE_HELP, runMove } from './move-command';
