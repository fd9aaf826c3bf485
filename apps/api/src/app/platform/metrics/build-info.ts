import { Injectable } from '@nestjs/common';
import { Metrics } from './metrics';

/** The version in package.json, which the build inserts. Absent without a build, as in tests. */
declare const DOCKET_VERSION: string | undefined;

/** Says which version runs. */
@Injectable()
export class BuildInfo {
  constructor(metrics: Metrics) {
    metrics.gauge({
      name: 'docket_build_info',
      help: 'Always 1. The label is the version of Docket.',
      label: 'version',
      read: () => ({ [typeof DOCKET_VERSION === 'undefined' ? 'unbuilt' : DOCKET_VERSION]: 1 }),
    });
  }
}
