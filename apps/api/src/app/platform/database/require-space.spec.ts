import { requireSpaceForDatabase } from './require-space';

const megabytes = (free: number) => () => ({ bavail: free * 256, bsize: 4096 });

it('refuses to create a database on a disk on which no change would be stored', () => {
  expect(() => requireSpaceForDatabase('data', megabytes(60))).toThrow(
    'A new database needs 256 MB, but the disk of the data folder data has 60 MB left. ' +
      'Free some space, or set DATA_DIR to a folder on another disk.',
  );
  expect(() => requireSpaceForDatabase('data', megabytes(256))).not.toThrow();
});
