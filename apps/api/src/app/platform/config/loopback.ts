/** Loopback host names, in a Host header, in HOST and in a URL. */
export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '::1'];

/** Whether a name or an address refers to this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host);
}
