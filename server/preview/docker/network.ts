/** The network of a job's containers, and how they are found in it. */

import zeros from '../../../schemas/docker-requests.json';
import { isOn } from '../environment';
import type { Json, JsonObject } from '../json';
import { dnsName } from '../names';
import { shortTokenOf } from '../runner-token';
import { hardwareAddress } from './addresses';
import { labels } from './labels';
import type { DockerPlan } from './plan';

/** Networks of the daemon's own: containers have no names in them. */
export function isUserDefined(network: string): boolean {
  return network !== '' && !/^(?:bridge|host|none|default|container:.*)$/s.test(network);
}

/** The network's name; one of its own is made where a flag asks for it and the key does not say another. */
export function makeNetwork(plan: DockerPlan): string {
  const { docker, daemon, environment, inputs } = plan;
  const configured = docker.text('network_mode');
  if (configured !== '' || !isOn(environment, 'FF_NETWORK_PER_BUILD')) return configured;
  const token = shortTokenOf(inputs.runner);
  const name = dnsName(`runner-${token}-${inputs.job.project.id}-0-${inputs.job.id}`);
  const mtu = docker.number('network_mtu') ?? 0;
  daemon.network({
    ...(zeros.network as JsonObject),
    Name: name,
    EnableIPv6: docker.flag('enable_ipv6') ?? false,
    Options: mtu === 0 ? {} : { 'com.docker.network.driver.mtu': String(mtu) },
    Labels: labels(plan, {}).object,
  });
  return name;
}

/** The first version of the API that takes the hardware address at the endpoint. */
const WITH_ADDRESS = 44;

export function networkingConfig(
  { docker, daemon }: DockerPlan,
  network: string,
  aliases: readonly string[],
): JsonObject {
  const isOld = Number(daemon.facts.api.split('.')[1]) < WITH_ADDRESS;
  if (isOld && !isUserDefined(network)) return { EndpointsConfig: null };
  const endpoint: Record<string, Json> = { ...(zeros.endpoint as JsonObject) };
  if (!isOld) endpoint.MacAddress = hardwareAddress(docker);
  if (isUserDefined(network)) endpoint.Aliases = [...aliases];
  return { EndpointsConfig: { [network === '' ? 'default' : network]: endpoint } };
}

/** The address that a container would have: a daemon gives it another. */
export function addressOf(network: string, number: number): string | undefined {
  if (/^(?:host|none|container(?::.*)?)$/.test(network)) return undefined;
  return `172.${isUserDefined(network) ? 18 : 17}.0.${number + 1}`;
}
