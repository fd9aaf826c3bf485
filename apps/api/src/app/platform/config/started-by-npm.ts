/** Whether this process runs under `npm start`, with a shell between npm and itself. */
export const startedByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;
