import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** An entry of package-lock.json. */
interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** Needed by a development dependency, or else optional. */
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Entries of package-lock.json by their paths, such as `node_modules/rxjs`. */
export type Packages = Readonly<Record<string, LockEntry>>;

export interface Lock {
  readonly packages: Packages;
}

export const readLock = (): Lock => JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;

/** The name of a package by its path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The packages in the image of the API: what `npm ci --omit=dev --omit=optional` installs. */
export function apiPackages({ packages }: Lock): Packages {
  return pick(
    packages,
    ([path, { dev, optional, devOptional, link }]) =>
      path.startsWith('node_modules/') && !dev && !optional && !devOptional && !link,
  );
}

/** The packages that the client imports, and all that they depend on. The build leaves out what is not used. */
export function webPackages({ packages }: Lock, imported = importedByClient()): Packages {
  const found = new Set<string>();
  const add = (name: string, from: string): void => {
    const path = resolve(packages, name, from);
    const entry = path === undefined ? undefined : packages[path];
    if (path === undefined || !entry || found.has(path)) return;
    found.add(path);
    const peers = Object.keys(entry.peerDependencies ?? {});
    const needed = peers.filter((peer) => !entry.peerDependenciesMeta?.[peer]?.optional);
    for (const dependency of [...Object.keys(entry.dependencies ?? {}), ...needed]) add(dependency, path);
  };
  for (const name of imported) {
    if (resolve(packages, name, '') === undefined) throw new Error(`package-lock.json has no ${name}`);
    add(name, '');
  }
  return pick(packages, ([path]) => found.has(path));
}

/** The path of a package for a file of another one, as Node finds it: in the nearest folder. */
function resolve(packages: Packages, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
  }
}

/** An import of a package in TypeScript or Sass, also by a variable of Sass: `$inter: '@fontsource-variable/inter/files/inter'`. */
const IMPORT =
  /(?:\bfrom |\bimport |\bimport\(|@use |\burl\(|^\$[\w-]+: )'(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)(?:\/[^']*)?'/gm;

/** The names of the packages that files of the client import, or name in a style sheet. */
export function importedByClient(): string[] {
  const files = globSync('{apps/web,libs/web,libs/shared}/**/src/**/*.{ts,scss}', { cwd: ROOT });
  const texts = files
    .filter((file) => !/\.spec\.ts$|\/testing\//.test(file))
    .map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, name = '']) => name));
  const { packages } = readLock();
  return [...new Set(names)].filter((name) => packages[`node_modules/${name}`]).sort();
}

function pick(packages: Packages, wanted: (entry: [string, LockEntry]) => boolean): Packages {
  return Object.fromEntries(Object.entries(packages).filter(wanted));
}
