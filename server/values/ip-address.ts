/**
 * Addresses as Go reads them: netip.ParseAddr for `dns` of `[runners.docker]` (dnsServerAddrs in executors/docker/docker.go).
 * Checked against verdicts/values.json, grammar `docker-dns-ip`.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

/** An address of a DNS server. */
export const dnsAddress: Grammar = {
  name: 'dns-address',
  read(text) {
    if (isIpAddress(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.dns-address', { text: shown(text) }), meantAddress(text));
  },
};

/** No address is longer; a zone may be. */
const LONGEST = 200;

/** Whether Go's netip reads an address. */
export function isIpAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  return text.includes(':') ? isIpv6(text) : isIpv4(text);
}

function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

function isIpv6(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent === text.length - 1) return false;
  const address = percent < 0 ? text : text.slice(0, percent);
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const isMixed = last.includes('.');
  if (isMixed && (!isIpv4(last) || address.endsWith('::'))) return false;
  const plain = isMixed ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return false;
  const count = plain.length + (isMixed ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** The address alone: without blanks, port, prefix, brackets and zeros in front. */
export function meantAddress(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text
    .trim()
    .replace(/^(?:dns|udp|tcp|https?|tls):\/\//i, '')
    .replace(/\/\d{0,3}$/, '');
  const [, bracketed, plain = bare] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+)(?::\d+)?$/.exec(bare) ?? [];
  const address = bracketed ?? plain;
  const meant = address.includes(':') ? address : address.replace(/(?<![\d])0+(?=\d)/g, '');
  return meant !== text && isIpAddress(meant) ? meant : undefined;
}
