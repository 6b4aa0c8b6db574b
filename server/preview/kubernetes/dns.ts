/** How names are looked up in the pod: `dns_policy`, `dns_config`, and the lines of its hosts file. */
import { Fields } from '../fields';
import { splitImageName } from '../image-name';
import { JobFailure } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { subdomainProblem } from '../names';
import { byJob, byRunner } from '../origin';
import type { Settings } from '../settings';
import type { Service } from './services';

const POLICIES: ReadonlyMap<string, string> = new Map([
  ['', 'ClusterFirst'],
  ['none', 'None'],
  ['default', 'Default'],
  ['cluster-first', 'ClusterFirst'],
  ['cluster-first-with-host-net', 'ClusterFirstWithHostNet'],
]);

/** The policy; none for a text that the runner does not know, which is only worth a warning to it. */
export function dnsPolicy(kubernetes: Settings): string | undefined {
  return POLICIES.get(kubernetes.text('dns_policy'));
}

/** How a pod resolves names. */
export function dnsConfig(kubernetes: Settings): JsonObject | undefined {
  const config = kubernetes.table('dns_config');
  const options = config
    .tables('options')
    .map(
      (option) =>
        new Fields()
          .some('name', ...option.sourced('text', 'name'))
          .set('value', ...option.sourced('optionalText', 'value')).object,
    );
  const made = new Fields()
    .some('nameservers', ...config.sourced('texts', 'nameservers'))
    .some('searches', ...config.sourced('texts', 'searches'))
    .some('options', options, config.origin('options'));
  return made.isEmpty ? undefined : made.object;
}

/** First the names of services, for they are found in this pod, then the configured lines (executors/kubernetes/host_aliases.go). */
export function hostAliases(kubernetes: Settings, services: readonly Service[]): readonly Json[] {
  const hostnames = services.filter(({ ports }) => ports.length === 0).flatMap(hostnamesOf);
  const configured = kubernetes
    .tables('host_aliases')
    .map(
      (line) =>
        new Fields().set('ip', ...line.sourced('text', 'ip')).some('hostnames', ...line.sourced('texts', 'hostnames'))
          .object,
    );
  if (hostnames.length === 0) return configured;
  const own = new Fields().set('ip', '127.0.0.1', byRunner).set('hostnames', hostnames, byJob('services')).object;
  return [own, ...configured];
}

/** Names of the image that are no names of DNS are left out; an alias that is none fails the job. */
function hostnamesOf({ image, aliases, origin }: Service): readonly string[] {
  const ofImage = splitImageName(image).aliases.filter((alias) => subdomainProblem(alias) === undefined);
  for (const alias of aliases) {
    const problem = subdomainProblem(alias);
    if (problem === undefined) continue;
    throw new JobFailure(`provided host alias ${alias} for service ${image} is invalid DNS. ${problem}`, origin);
  }
  return [...ofImage, ...aliases];
}
