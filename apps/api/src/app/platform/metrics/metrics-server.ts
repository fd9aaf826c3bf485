import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../config/settings';
import { openPort } from '../startup/open-port';
import { Metrics } from './metrics';

/** Connections at once. A scrape takes one; more than a few Prometheus servers are a mistake. */
const MAX_CONNECTIONS = 16;

/** Serves the metrics on a port of their own, so that the one of the product never shows them. Does nothing without METRICS_PORT. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private server?: Server;

  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  /** The port; undefined if metrics are off. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  /** @throws StartupError if the port or the address cannot be used */
  async onApplicationBootstrap(): Promise<void> {
    const { METRICS_PORT: port, METRICS_HOST: host } = this.settings;
    if (port === undefined) return;
    this.metrics.measureProcess();
    const server = createServer((request, response) => void this.respond(request, response));
    server.maxConnections = MAX_CONNECTIONS;
    this.server = server;
    await openPort(
      () => new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(server))),
      { port, host, names: { port: 'METRICS_PORT', host: 'METRICS_HOST' } },
    );
    this.logger.log(`Metrics at http://${host.includes(':') ? `[${host}]` : host}:${this.port}/metrics`);
  }

  /** After the port of the product is closed, so that the last scrapes see how it stops. */
  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async respond({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    try {
      const text = await this.metrics.text();
      response.writeHead(200, { 'Content-Type': this.metrics.contentType, 'Cache-Control': 'no-store' }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  }
}
