import { join } from 'node:path';
import { NodeProcess } from '@docket/testing';
import { DIST } from './server';

/** Runs a command of the built program with only these settings. */
export async function docket(args: readonly string[], settings: Readonly<Record<string, string | undefined>>) {
  const command = new NodeProcess([join(DIST, 'api/docket.js'), ...args], { env: { ...settings } });
  return { code: await command.ended, output: command.output };
}
