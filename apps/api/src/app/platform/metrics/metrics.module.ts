import { Global, Module } from '@nestjs/common';
import { BuildInfo } from './build-info';
import { Metrics } from './metrics';
import { MetricsServer } from './metrics-server';

/** Provides {@link Metrics} to all features, and serves them if METRICS_PORT is set. */
@Global()
@Module({ providers: [BuildInfo, Metrics, MetricsServer], exports: [Metrics] })
export class MetricsModule {}
