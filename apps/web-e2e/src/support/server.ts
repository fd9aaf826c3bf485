import { join } from 'node:path';

/** The built API. */
export const SERVER = join(__dirname, '../../../../dist/apps/api/main.js');
