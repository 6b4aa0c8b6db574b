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
function problemOf(text: string): string | undefined {
  const sign = /[.:%]/.exec(text)?.[0];
  if (sign === '.') return problemOfFour(text);
  if (sign === ':') return problemOfGroups(text);
  return sign === '%' ? 'missing IPv6 address' : 'unable to parse IP';
}

const at = (problem: string, rest: string) => `${problem} (at ${quoted(rest)})`;

function problemOfFour(text: string): string | undefined {
  let field = '';
  let fields = 0;
  for (const [index, character] of [...text].entries()) {
    if (/\d/.test(character)) {
      if (field === '0') return 'IPv4 field has leading zero';
      field += character;
      if (Number(field) > 255) return 'IPv4 field has value >255';
    } else if (character !== '.') return at('unexpected character', text.slice(index));
    else if (field === '' || index === text.length - 1) {
      return at('IPv4 field must have at least one digit', text.slice(index));
    } else if (++fields > 3) return 'IPv4 address too long';
    else field = '';
  }
  return fields < 3 ? 'IPv4 address too short' : undefined;
}

function problemOfGroups(text: string): string | undefined {
  const [, address = '', zone] = /^([^%]*)(?:%(.*))?$/s.exec(text) ?? [];
  if (zone === '') return 'zone must be a non-empty string';
  const isOpen = address.startsWith('::');
  let rest = isOpen ? address.slice(2) : address;
  let groups = 0;
  let hasGap = isOpen;
  while (groups < 8) {
    const digits = /^[\da-f]*/i.exec(rest)?.[0] ?? '';
    const next = rest[digits.length];
    if (digits.length > 4) return at('each group must have 4 or less digits', rest);
    if (digits === '') return at('each colon-separated field must have at least one digit', rest);
    if (next === '.') {
      if (!hasGap && groups !== 6) {
        return at('embedded IPv4 address must replace the final 2 fields of the address', rest);
      }
      if (groups > 6) return at('too many hex fields to fit an embedded IPv4 at the end of the address', rest);
      const problem = problemOfFour(rest);
      if (problem) return problem;
      groups += 2;
      rest = '';
      break;
    }
    groups += 1;
    rest = rest.slice(digits.length);
    if (rest === '') break;
    if (next !== ':') return at('unexpected character, want colon', rest);
    if (rest === ':') return at('colon must be followed by more characters', rest);
    rest = rest.slice(1);
    if (!rest.startsWith(':')) continue;
    if (hasGap) return at('multiple :: in address', rest);
    hasGap = true;
    rest = rest.slice(1);
    if (rest === '') break;
  }
  if (rest !== '') return at('trailing garbage after address', rest);
  return groups < 8 ? 'address string too short' : 'the :: must expand to at least one field of zeros';
}
