/** What rules about addresses share: the host of a URL, and what kind of host it is. */

/** The host of a URL in lower case, without user and port; undefined where there is none. */
export function hostOf(url: string): string | undefined {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];
  const host = authority?.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return host ? host.replace(/^\[|\]$/g, '').toLowerCase() : undefined;
}

/** Whether a host is the machine, or the container, that asks. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Names that only a network of one's own knows. */
const OWN_NAMES = /\.(?:local|localdomain|internal|intern|lan|home|corp|private|test|svc|cluster|docker|arpa|invalid)$/;

/** Whether a host is known to everybody: neither an address, nor a name that only a network of its own knows. */
export function isPublic(host: string): boolean {
  if (isLocal(host) || host.includes(':') || /^[\d.]+$/.test(host)) return false;
  return host.includes('.') && !OWN_NAMES.test(host);
}

/** Whether a URL is one without encryption. */
export function isPlain(url: string): boolean {
  return /^http:\/\//i.test(url);
}
