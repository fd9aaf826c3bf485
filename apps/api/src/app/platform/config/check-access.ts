import { isLoopback } from './loopback';
import type { Settings } from './settings';

/** Checks the settings of access for unsafe or contradictory values. @returns one sentence for each problem */
export function checkAccess(settings: Settings): string[] {
  const { ACCESS, HOST, PUBLIC_URL, ADMIN_EMAIL, ADMIN_PASSWORD } = settings;
  const problems: string[] = [];
  if (ACCESS === 'open' && PUBLIC_URL !== undefined) {
    problems.push(
      'ACCESS is open and PUBLIC_URL is set: everyone who reaches that address could read and change every ticket. ' +
        'Remove ACCESS, so that people sign in, or remove PUBLIC_URL',
    );
  } else if (ACCESS === 'open' && !isLocal(settings)) {
    problems.push(
      `ACCESS is open and HOST is ${HOST}, which other machines may reach: they could read and change every ticket. ` +
        'Set HOST=127.0.0.1, or list loopback names only in ALLOWED_HOSTS (localhost,127.0.0.1), ' +
        'or set PUBLIC_URL instead of ACCESS, so that people sign in',
    );
  }
  if (ACCESS === 'auto' && PUBLIC_URL === undefined && !isLoopback(HOST)) {
    problems.push(
      `HOST is ${HOST}, which other machines may reach. People then sign in, and their browsers need to know the address. ` +
        'Set PUBLIC_URL to the address at which people reach Docket, such as http://desk.lan:3000, or set HOST=127.0.0.1',
    );
  }
  if (ADMIN_PASSWORD !== undefined && ADMIN_EMAIL === undefined) {
    problems.push('ADMIN_PASSWORD makes the first administrator together with ADMIN_EMAIL. Set both, or remove it');
  }
  return problems;
}

/** Whether only this machine reaches Docket: by the address on which it listens, or by the hosts that it serves. */
function isLocal({ HOST, ALLOWED_HOSTS, allowedHosts }: Settings): boolean {
  return isLoopback(HOST) || (ALLOWED_HOSTS !== '' && (allowedHosts ?? []).every(isLoopback));
}
