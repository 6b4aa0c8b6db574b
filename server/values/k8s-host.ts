/**
 * Addresses and names of hosts in a pod: `host_aliases`, `dns_config`, and what services are called. The API server refuses the pod with a
 * bad one; a bad alias of a service the runner refuses itself (executors/kubernetes/host_aliases.go). Checked against
 * verdicts/values.json, grammar `k8s-ip`.
 */
import { message } from '../text/message';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';
import { isIpAddress, meantAddress } from './ip-address';
import { isDnsDomain, isDnsLabel, meantName, nameProblem } from './k8s-name';

/** Whether a text is an address of IPv4 or IPv6, without zone, port or mask. */
export function isIp(text: string): boolean {
  return isIpAddress(text) && !text.includes('%');
}

/** The address of a host alias or of a name server. */
export const k8sIp: Grammar<string> = {
  name: 'k8s-ip',
  read(text) {
    // That the address is missing is told of the key.
    if (text === '' || text.includes('$') || isIp(text)) return understood(text);
    const said = message('invalid-value.k8s-ip', { value: shown(text), fault: addressFault(text) });
    return {
      problems: [
        { start: 0, end: text.length, message: said, refused: false, fails: true, repaired: meantAddress(text) },
      ],
    };
  },
};

function addressFault(text: string): 'host' | 'mask' | 'port' | 'other' {
  if (/^[^/]+\/\d+$/.test(text)) return 'mask';
  if (/^(?:[\d.]+|\[[^\]]*\]):\d+$/.test(text)) return 'port';
  return /[g-z]/i.test(text) ? 'host' : 'other';
}

/** A name of a host alias. */
export const k8sHostName: Grammar<string> = {
  name: 'k8s-host-name',
  read(text) {
    if (isDnsDomain(text) || text.includes('$')) return understood(text);
    const fault = hostFault(text);
    const said = message('invalid-value.k8s-host-name', { value: text === '' ? '""' : shown(text), fault });
    return { problems: [nameProblem(text, said, true, meantHost(text, fault))] };
  },
};

/** Of longer texts nobody could tell what was meant. */
const LONGEST_TOLD = 1000;

function hostFault(text: string): 'url' | 'port' | 'several' | 'other' {
  if (text.length > LONGEST_TOLD) return 'other';
  if (text.includes('://')) return 'url';
  if (/^[^\s:]+:\d+$/.test(text)) return 'port';
  return /[^\s,][\s,]+[^\s,]/.test(text) ? 'several' : 'other';
}

function meantHost(text: string, fault: ReturnType<typeof hostFault>): string | undefined {
  if (text.length > LONGEST_TOLD || fault === 'several') return undefined;
  const bare = text
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .toLowerCase();
  // Another name than the one that is asked for would help nobody.
  return bare !== text && isDnsDomain(bare) ? bare : undefined;
}

/** A domain that is searched: since Kubernetes 1.32 with `_` and a dot at its end, too. */
export const k8sSearchDomain: Grammar<string> = {
  name: 'k8s-search-domain',
  read(text) {
    if (text.includes('$') || isSearchDomain(text)) return understood(text);
    const fault = hostFault(text);
    const said = message('invalid-value.k8s-host-name', { value: text === '' ? '""' : shown(text), fault });
    return { problems: [nameProblem(text, said, true, meantHost(text, fault))] };
  },
};

function isSearchDomain(text: string): boolean {
  return text === '.' || (text.length <= LONGEST_SEARCHED && isDnsDomain(text.replace(/\.$/, '').replaceAll('_', 'x')));
}

/** A domain with a dot at its end. */
const LONGEST_SEARCHED = 254;

/** The names of containers that each pod has. */
const TAKEN: ReadonlySet<string> = new Set(['build', 'helper', 'init-permissions']);

/** The aliases of a service, parted by blanks and commas; the first that is a label names the container. */
export const k8sServiceAlias: Grammar<string> = {
  name: 'k8s-service-alias',
  read(text) {
    const problems: GrammarProblem[] = [];
    let isNamed = false;
    let count = 0;
    for (const { 0: alias, index: start } of text.matchAll(/[^\s,]+/g)) {
      if (alias.includes('$')) return understood(text);
      const span = { start, end: start + alias.length, refused: false, fails: true };
      const with_ = (to: string | undefined) => to && text.slice(0, start) + to + text.slice(start + alias.length);
      if (!isDnsDomain(alias)) {
        const said = message('invalid-value.k8s-service-alias', { value: shown(alias) });
        problems.push({ ...span, message: said, repaired: with_(meantName(alias, isDnsDomain)) });
      } else if (!isNamed && TAKEN.has(alias)) {
        const said = message('invalid-value.k8s-service-alias.taken', { value: alias });
        problems.push({ ...span, message: said, repaired: with_(`${alias}-service`) });
      }
      isNamed ||= isDnsLabel(alias);
      if (problems.length >= MOST_PROBLEMS || ++count >= MOST_ALIASES) break;
    }
    return { value: text, problems };
  },
};

/** Of a long list not all are told. */
const MOST_PROBLEMS = 20;
const MOST_ALIASES = 1000;
