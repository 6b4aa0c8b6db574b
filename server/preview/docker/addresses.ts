/** Addresses as the runner reads them, and what it says of one that it cannot (dnsServerAddrs, parseMACAddress in executors/docker/docker.go). */
import { isIpAddress } from '../../values/ip-address';
import { isMacAddress } from '../../values/mac-address';
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { Settings } from '../settings';

/** The servers that names are asked of. */
export function dnsServers(docker: Settings): readonly string[] {
  const [servers, origin] = docker.sourced('texts', 'dns');
  const wrong = servers.find((server) => !isIpAddress(server));
  if (wrong === undefined) return servers.map(shortened);
  const said = `ParseAddr(${quoted(wrong)}): ${problemOf(wrong)}`;
  throw new JobFailure(`invalid DNS server address ${quoted(wrong)}: ${said}`, origin);
}

/** An address of the sixth version as Go writes it: without zeros that need not be there. */
function shortened(address: string): string {
  if (!address.includes(':')) return address;
  const [, bare = '', zone = ''] = /^([^%]*)(.*)$/s.exec(address) ?? [];
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const inner = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(short)?.slice(1) ?? [];
  const bytes = inner.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 255]);
  return (bytes.length === 0 ? short : `::ffff:${bytes.join('.')}`) + zone;
}

/** The hardware address, as it is sent. */
export function hardwareAddress(docker: Settings): string {
  const [address, origin] = docker.sourced('text', 'mac_address');
  if (address !== '' && !isMacAddress(address)) {
    const said = `address ${address}: invalid MAC address`;
    throw new JobFailure(`invalid MAC address ${quoted(address)}: ${said}`, origin);
  }
  const digits = address.toLowerCase().replace(/[^\da-f]/g, '');
  return digits.match(/../g)?.join(':') ?? '';
}

/** What Go's netip says; the first sign decides by which rules a text is read. */
function problemOf(text: string): string {
  const sign = /[.:%]/.exec(text)?.[0];
  if (sign !== '.') return sign === '%' ? 'missing IPv6 address' : 'unable to parse IP';
  const at = (problem: string, index: number) => `${problem} (at ${quoted(text.slice(index))})`;
  let field = '';
  let fields = 0;
  for (const [index, character] of [...text].entries()) {
    if (/\d/.test(character)) {
      if (field === '0') return 'IPv4 field has leading zero';
      field += character;
      if (Number(field) > 255) return 'IPv4 field has value >255';
    } else if (character !== '.') return at('unexpected character', index);
    else if (field === '' || index === text.length - 1) return at('IPv4 field must have at least one digit', index);
    else if (++fields > 3) return 'IPv4 address too long';
    else field = '';
  }
  return 'IPv4 address too short';
}
