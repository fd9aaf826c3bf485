import { isAllowed } from './allowed-licences.mts';
import { type Packages, apiPackages, nameOf, readLock, webPackages } from './shipped-packages.mts';

/** `npm run licences`: lists the packages in the images with their licences. Fails if a licence is not allowed. */
const lock = readLock();
const refused = [list('API', apiPackages(lock)), list('client', webPackages(lock))].flat();
if (refused.length) {
  console.error(`Licences that are not allowed (tools/shipped/allowed-licences.mts): ${refused.join(', ')}`);
  process.exitCode = 1;
}

/** @returns the packages with a licence that is not allowed */
function list(image: string, packages: Packages): string[] {
  const lines = Object.entries(packages).map(([path, { version, license = 'no licence' }]) => ({
    name: `${nameOf(path)}@${version}`,
    license,
  }));
  console.log(`\n${lines.length} packages of the ${image}`);
  for (const { name, license } of lines) console.log(`${license.padEnd(14)} ${name}`);
  return lines.filter(({ license }) => !isAllowed(license)).map(({ name, license }) => `${name} (${license})`);
}
