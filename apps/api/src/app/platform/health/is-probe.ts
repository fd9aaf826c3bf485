const PROBES = /^\/(?:healthz|readyz)\/?(?:\?|$)/;

/** Whether a URL is that of a probe, which monitoring requests every few seconds. */
export function isProbe(url: string): boolean {
  return PROBES.test(url);
}
