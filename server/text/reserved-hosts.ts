/** Names that are set aside for examples and tests (RFC 2606, RFC 6761): no GitLab answers there. */

/** What stands in a domain of one's own, as `gitlab.example.com` does, may be a name that was changed before a file was shown. */
const RESERVED = /^(?:example\.(?:com|net|org)|(?:[\w-]+\.){0,9}(?:test|example|invalid))$/i;
/** Longer ones are no names. */
const LONGEST = 253;

/** Whether a host is one that nobody can have. */
export function isReservedHost(host: string): boolean {
  return host.length <= LONGEST && RESERVED.test(host);
}
