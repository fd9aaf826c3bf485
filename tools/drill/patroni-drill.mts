import { createServerDatabase } from '#testing/test-database';
import { ApiProcess } from './api-processes.mts';
import { failOver } from './failover-drill.mts';
import type { Finding } from './finding.mts';
import { PatroniCluster } from './patroni-cluster.mts';

/** Kills the primary of a Patroni cluster under writes. Patroni promotes the standby; two processes with both hosts must find it. */
export async function drillPatroni(): Promise<readonly Finding[]> {
  const cluster = new PatroniCluster();
  let apis: readonly ApiProcess[] = [];
  try {
    await cluster.start();
    const { url, name } = await createServerDatabase(cluster.primaryUrl);
    const settings = {
      DATABASE_URL: url.replace(`/${name}`, `,${new URL(cluster.standbyUrl).host}/${name}`),
      DEMO_TICKETS: 'false',
    };
    apis = [await ApiProcess.start(settings), await ApiProcess.start(settings)];
    return await failOver(apis as [ApiProcess, ApiProcess], name, {
      standbyUrl: cluster.standbyUrl,
      kill: () => cluster.killPrimary(),
      takeOver: () => cluster.untilTakenOver(),
    });
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await cluster.stop();
  }
}
