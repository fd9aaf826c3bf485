import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packages, apiPackages, importedByClient, nameOf, readLock, webPackages } from './shipped-packages.mts';

const ROOT = join(import.meta.dirname, '../..');
const TARGET = join(ROOT, 'dist/sbom');

/** `npm run sbom`: writes software bills of materials (CycloneDX) for the packages in both images to dist/sbom. */
const { dependencies, ...about } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
};
const lock = readLock();
mkdirSync(TARGET, { recursive: true });
write('api', Object.keys(dependencies), apiPackages(lock));
write('web', importedByClient(), webPackages(lock));

/**
 * Lets npm write the bill of materials for a project with only these packages. `npm sbom --omit dev` on the whole project would leave out
 * packages that a development dependency needs, too, such as rxjs.
 */
function write(image: string, names: readonly string[], packages: Packages): void {
  const folder = mkdtempSync(join(tmpdir(), 'docket-sbom-'));
  try {
    const versions = Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`]?.version]));
    const project = {
      name: `${about.name}-${image}`,
      version: about.version,
      license: about.license,
      dependencies: versions,
    };
    // All packages of this list are in the image.
    const entries = Object.entries(packages).map(
      ([path, { dev: _dev, devOptional: _devOptional, ...entry }]) => [path, entry] as const,
    );
    const lockFile = {
      ...project,
      lockfileVersion: 3,
      requires: true,
      packages: { '': project, ...Object.fromEntries(entries) },
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockFile));
    const options = [
      'sbom',
      '--package-lock-only',
      '--sbom-format=cyclonedx',
      '--sbom-type=application',
      '--omit=optional',
    ];
    const bill = execFileSync('npm', options, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
    const { components } = JSON.parse(bill) as {
      readonly components: readonly { readonly name: string; readonly version: string }[];
    };
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const missing = Object.entries(packages)
      .map(([path, { version }]) => `${nameOf(path)}@${version}`)
      .filter((name) => !listed.has(name));
    if (missing.length) throw new Error(`npm sbom left out ${missing.join(', ')}`);
    const file = join(TARGET, `${image}.cdx.json`);
    writeFileSync(file, bill);
    console.log(`${file}: ${components.length} components`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
