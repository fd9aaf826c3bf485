import { Injectable } from '@nestjs/common';
import { VERSION } from '../startup/version';
import { Metrics } from './metrics';

/** Exposes the running version as a metric. */
@Injectable()
export class BuildInfo {
  constructor(metrics: Metrics) {
    metrics.gauge({
      name: 'docket_build_info',
      help: 'Always 1. The label is the version of Docket, with its commit if the build knows it.',
      label: 'version',
      read: () => ({ [VERSION]: 1 }),
    });
  }
}
