/**
 * An item of `extra_hosts`: a name and an address behind the first colon, or `host-gateway`. The runner hands it on, and the daemon
 * reads it (ValidateExtraHost of moby).
 */
import { message } from '../text/message';
import { optionsAt } from './continuations';
import { failingWhole, type Grammar, shown } from './grammar';
import { isIpAddress } from './ip-address';

export const extraHost: Grammar = {
  name: 'extra-host',
  read(text) {
    if (isExtraHost(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.extra-host', { text: shown(text) }), meantHost(text));
  },
  complete(text, offset) {
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : optionsAt(text, offset, colon + 1, /:/, ['host-gateway']);
  },
};

function isExtraHost(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && isAddress(text.slice(colon + 1).trim());
}

/** Docker's own tools take an address of IPv6 in brackets, too. */
function isAddress(text: string): boolean {
  return text === 'host-gateway' || isIpAddress(/^\[(.*)\]$/.exec(text)?.[1] ?? text);
}

const HOST = /^[A-Za-z\d](?:[\w.-]*[A-Za-z\d])?$/;

/** The name in front of the address, whatever stands between them. */
function meantHost(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const [, one = '', other = ''] =
    /^\s{0,9}([^\s=]{1,250}?)\s{0,9}(?:[\s=]|:(?=\s))\s{0,9}([^\s=]{1,250})\s{0,9}$/.exec(text) ??
    /^([\d.]+):(.+)$/.exec(text) ??
    [];
  if (HOST.test(one) && isAddress(other) && !isAddress(one)) return `${one}:${other}`;
  return HOST.test(other) && isAddress(one) && !isAddress(other) ? `${other}:${one}` : undefined;
}

const LONGEST = 300;
