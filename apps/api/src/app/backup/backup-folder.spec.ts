import fs from 'node:fs';
import files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBackups, removeOldBackups } from './backup-folder';
import { MANIFEST } from './backup-manifest';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'docket-backup-folder-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const add = (name: string) => {
  fs.mkdirSync(join(folder, name));
  if (!name.endsWith('.unverified')) fs.writeFileSync(join(folder, name, MANIFEST), '{}');
};

describe('listBackups', () => {
  it('lists nothing of a folder that does not exist', async () => {
    expect(await listBackups(join(folder, 'none'))).toEqual([]);
  });

  it('never waits for a network disk on the thread that serves requests', async () => {
    add('docket-20261129T030000Z');
    const blocking = (['existsSync', 'statSync', 'accessSync', 'readdirSync'] as const).map((name) =>
      jest.spyOn(fs, name),
    );

    expect(await listBackups(folder)).toMatchObject([{ isChecked: true }]);

    for (const call of blocking) expect(call).not.toHaveBeenCalled();
  });

  it('looks once at a time at a disk that does not respond, and again for all who asked meanwhile', async () => {
    const { promise: answer, resolve: respond } = Promise.withResolvers<string[]>();
    const looks = jest.spyOn(files, 'readdir').mockReturnValueOnce(answer as never);

    const first = listBackups(folder);
    const later = [listBackups(folder), listBackups(folder), listBackups(folder)];
    add('docket-20261129T030000Z');
    expect(looks).toHaveBeenCalledTimes(1);
    respond([]);

    expect(await first).toEqual([]);
    for (const look of later) expect(await look).toMatchObject([{ name: 'docket-20261129T030000Z' }]);
    expect(looks).toHaveBeenCalledTimes(2);
  });

  it('looks again after a failure, and does not take a backup that cannot be read for an unchecked copy', async () => {
    add('docket-20261129T030000Z');
    jest.spyOn(files, 'access').mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));

    const [first, second] = [listBackups(folder), listBackups(folder)];

    await expect(first).rejects.toThrow('EIO');
    expect(await second).toMatchObject([{ isChecked: true }]);
  });
});

describe('removeOldBackups', () => {
  it('leaves a copy that another process may be making or checking', async () => {
    const now = new Date('2026-11-29T03:00:00Z');
    const names = [
      'docket-20261129T025000Z',
      'docket-20261129T020000Z.unverified',
      'docket-20261128T040000Z.unverified',
      'docket-20261128T020000Z.unverified',
    ];
    names.forEach(add);

    const removed = await removeOldBackups(folder, 5, now);

    expect(removed).toEqual(['docket-20261128T020000Z.unverified']);
    expect(fs.readdirSync(folder).sort()).toEqual(names.slice(0, 3).sort());
  });
});
