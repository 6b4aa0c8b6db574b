/**
 * `host:port` as Go's net.SplitHostPort takes it apart: the port behind the last colon, an address of IPv6 in brackets.
 *
 *     hostport = (host | "[" address "]") ":" port
 */

/** Why a text is not `host:port`. */
export type HostPortFault = 'missing-port' | 'colons' | 'bracket';

export type HostPort =
  | { readonly host: string; readonly port: string; readonly fault?: undefined }
  | { readonly host?: undefined; readonly port?: undefined; readonly fault: HostPortFault };

/** Host and port of a text, or what is wrong with it. */
export function splitHostPort(text: string): HostPort {
  const colon = text.lastIndexOf(':');
  if (text.startsWith('[')) {
    const closing = text.indexOf(']');
    if (closing < 0) return { fault: colon < 0 ? 'missing-port' : 'bracket' };
    if (closing + 1 !== colon) return { fault: text.charAt(closing + 1) === ':' ? 'colons' : 'missing-port' };
    const host = text.slice(1, closing);
    return /[[\]]/.test(host + text.slice(closing + 1)) ? { fault: 'bracket' } : { host, port: text.slice(colon + 1) };
  }
  if (colon < 0) return { fault: 'missing-port' };
  const host = text.slice(0, colon);
  if (host.includes(':')) return { fault: 'colons' };
  return /[[\]]/.test(text) ? { fault: 'bracket' } : { host, port: text.slice(colon + 1) };
}

/** Whether a port is one to Go: a number of 16 bits, or the name of a service, which the machine knows or not. */
export function isPort(text: string): boolean {
  return /^\d{1,9}$/.test(text) ? Number(text) <= 65_535 : /^[A-Za-z][\w-]*$/.test(text);
}

/** Whether a host is that of all interfaces. */
export function isEverywhere(host: string): boolean {
  return host === '' || host === '0.0.0.0' || host === '::';
}

/** What was meant by a text with a scheme before it, a path behind it, spaces around it or an address of IPv6 without brackets. */
export function meantHostPort(text: string): string {
  const bare = text
    .trim()
    .replace(/^[A-Za-z][\w+.-]*:\/\//, '')
    .replace(/[/?#].*$/s, '');
  if (!/^[0-9A-Fa-f:]+$/.test(bare) || !bare.includes('::')) return bare;
  const port = /:(\d{4,5})$/.exec(bare)?.[1];
  return port === undefined ? `[${bare}]` : `[${bare.slice(0, -port.length - 1)}]:${port}`;
}
