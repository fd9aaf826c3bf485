import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed } from './allowed-licences.mts';
import { type Packages, apiPackages, importedByClient, nameOf, readLock, webPackages } from './shipped-packages.mts';

const lock = readLock();
const namesOf = (packages: Packages) => Object.keys(packages).map(nameOf);

describe('the packages in the images', () => {
  it.each([
    ['API', apiPackages(lock)],
    ['client', webPackages(lock)],
  ])('have licences that are allowed: %s', (_image, packages) => {
    const refused = Object.entries(packages).filter(([, { license }]) => !isAllowed(license));

    expect(Object.keys(packages).length).toBeGreaterThan(10);
    expect(refused).toEqual([]);
  });

  it('are the production dependencies of the API, with theirs, and no tools', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const names = namesOf(apiPackages(lock));

    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'pg-protocol', 'fast-uri']));
    expect(names.filter((name) => ['typescript', 'jest', 'nx', 'eslint'].includes(name))).toEqual([]);
    // The API has these two through Fastify.
    expect(names.filter((name) => devDependencies[name] && !['ajv', 'ajv-formats'].includes(name))).toEqual([]);
  });

  it('are what the client imports, also in style sheets, and what that needs', () => {
    const names = namesOf(webPackages(lock));

    expect(importedByClient()).toEqual(expect.arrayContaining(['@angular/core', '@fontsource-variable/inter', 'rxjs']));
    expect(names).toEqual(expect.arrayContaining([...importedByClient(), 'tslib']));
    expect(names.filter((name) => /^(?:jest|typescript|@angular\/(?:build|compiler-cli))$/.test(name))).toEqual([]);
  });

  it('have the version that Node finds for the package that needs them', () => {
    const packages = {
      'node_modules/desk': { version: '1.0.0', dependencies: { drawer: '^2.0.0', lamp: '^1.0.0' } },
      'node_modules/desk/node_modules/drawer': { version: '2.0.0', dependencies: { lamp: '^1.0.0' } },
      'node_modules/drawer': { version: '1.0.0' },
      'node_modules/lamp': {
        version: '1.0.0',
        peerDependencies: { bulb: '1', shade: '1' },
        peerDependenciesMeta: { shade: { optional: true } },
      },
      'node_modules/bulb': { version: '1.0.0', dependencies: { lamp: '1' } },
      'node_modules/shade': { version: '1.0.0' },
    };

    expect(Object.keys(webPackages({ packages }, ['desk']))).toEqual([
      'node_modules/desk',
      'node_modules/desk/node_modules/drawer',
      'node_modules/lamp',
      'node_modules/bulb',
    ]);
    expect(() => webPackages({ packages }, ['chair'])).toThrow('package-lock.json has no chair');
  });
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(Apache-2.0 AND BSD-3-Clause)', true],
  ['(Apache-2.0 AND GPL-3.0-only)', false],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['(MIT AND GPL-3.0-only) OR ISC', false],
  ['', false],
  [undefined, false],
])('decides about a licence: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});
