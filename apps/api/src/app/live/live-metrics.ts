import { Injectable } from '@nestjs/common';
import { Feed } from '../history';
import { Metrics } from '../platform/metrics/metrics';
import { LiveStreams } from './live-streams';

/** The metrics of live updates. */
@Injectable()
export class LiveMetrics {
  constructor(metrics: Metrics, streams: LiveStreams, feed: Feed) {
    metrics.gauge({ name: 'docket_live_streams', help: 'Open streams of changes.', read: () => streams.count });
    metrics.gauge({
      name: 'docket_feed_lag_seconds',
      help: 'Age of the first change that is stored but not settled, because an older transaction is still running. 0 without one.',
      read: () => feed.lagSeconds(),
    });
  }
}
