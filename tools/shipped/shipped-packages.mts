import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** An entry of package-lock.json. */
interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** Needed only by development and by optional dependencies. */
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Entries of package-lock.json by path, such as `node_modules/rxjs`. */
export type Packages = Readonly<Record<string, LockEntry>>;

export interface Lock {
  readonly packages: Packages;
}

export const readLock = (): Lock => JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;

/** Name of a package by its path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Packages in the image of the API, as installed by `npm ci --omit=dev --omit=optional`. */
export function apiPackages({ packages }: Lock): Packages {
  return pick(
    packages,
    ([path, { dev, optional, devOptional, link }]) =>
      path.startsWith('node_modules/') && !dev && !optional && !devOptional && !link,
  );
}

/** Packages that the client imports, with all their dependencies. The build leaves out unused ones. */
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

/** Path of a package for an importing package, as resolved by Node: in the nearest folder. */
function resolve(packages: Packages, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
  }
}

/** Matches an import of a package in TypeScript or Sass, including Sass variables: `$inter: '@fontsource-variable/inter/files/inter'`. */
const IMPORT =
  /(?:\bfrom |\bimport |\bimport\(|@use |\burl\(|^\$[\w-]+: )'(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)(?:\/[^']*)?'/gm;

/** Names of the packages imported by the client, including its style sheets. */
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
