/** Public API of the doctor. Other features import from this file only. */
export { DOCTOR_COMMAND } from './doctor-command';
