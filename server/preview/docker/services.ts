/** The services of a job: one container each, and one that waits for it (executors/docker/services.go). */

import { splitImageName } from '../image-name';
import { JobFailure } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { checkAllowedImage } from '../kubernetes/allowed-image';
import { isGlob, matchesGlob } from '../kubernetes/glob';
import { aliasesIn } from '../names';
import { byJob, byVariable, type Origin } from '../origin';
import { type Variable, Variables, variableOf } from '../variables';
import { containerBody, environmentList, type Images } from './containers';
import type { Created } from './daemon';
import { HostConfig, type Making, NO_RESTART, serviceHostConfig } from './host-config';
import { containerLabels, labels } from './labels';
import { addressOf, networkingConfig } from './network';
import type { DockerPlan } from './plan';
import { devices } from './values';

interface Definition {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly variables: readonly Variable[];
  readonly pullPolicies: readonly string[];
  readonly user: string;
  readonly platform: string;
  readonly origin: Origin;
}

interface Started extends Created {
  readonly container: string;
  readonly port: number;
}

/** The port that images of services are taken to have: what a real one exposes is not known here. */
const PORT = 5432;

/** Makes the services; the names by which the job finds them. */
export function makeServices(plan: DockerPlan, making: Making, images: Images): readonly string[] {
  const links = new Map<string, Started>();
  const started: Started[] = [];
  definitionsOf(plan).forEach((definition, index) => {
    const parts = splitImageName(definition.name);
    const names = [...parts.aliases, ...definition.aliases];
    // Without a name that is free nobody would find it, and it is not started.
    if (names.every((name) => links.has(name))) return;
    if (parts.name === '') {
      throw new JobFailure(`invalid service image name: ${definition.name}`, definition.origin);
    }
    const made = startService(plan, making, images, { definition, index, parts, names });
    started.push(made);
    links.set(made.id, made);
    for (const name of names) if (!links.has(name)) links.set(name, made);
  });
  waitForServices(plan, making, images, started);
  return [...links]
    .flatMap(([name, { number }]) => {
      const address = addressOf(making.network, number);
      return address === undefined ? [] : [`${name}:${address}`];
    })
    .sort();
}

function definitionsOf({ docker, inputs, environment }: DockerPlan): readonly Definition[] {
  const { variables } = environment;
  const configured = docker.tables('services').map((service): Definition => {
    const origin = service.origin('environment');
    return {
      name: variables.expand(service.text('name')),
      aliases: aliasesIn(variables.expand(service.text('alias'))),
      entrypoint: service.texts('entrypoint'),
      command: service.texts('command'),
      variables: service.texts('environment').flatMap((entry) => variableOf(entry, origin) ?? []),
      pullPolicies: [],
      user: '',
      platform: '',
      origin: service.origin('name'),
    };
  });
  const own = configured.map(({ name }) => name);
  const ofJob = inputs.job.services.map((service, index): Definition => {
    const { name } = service;
    checkAllowedImage(name, 'allowed_services', docker, own);
    return {
      name,
      aliases: aliasesIn(service.alias),
      entrypoint: service.entrypoint,
      command: service.command,
      variables: service.variables.map((variable) => ({ ...variable, origin: byVariable(variable.key) })),
      pullPolicies: service.pullPolicies,
      user: variables.expand(service.user.docker),
      platform: variables.expand(service.platform),
      origin: byJob(`services[${index}]`),
    };
  });
  const all = [...configured, ...ofJob];
  const limit = docker.number('services_limit') ?? -1;
  if (limit >= 0 && all.length > limit) {
    const text = `too many services requested: ${all.length}, only ${limit} allowed`;
    throw new JobFailure(text, docker.origin('services_limit'));
  }
  return all;
}

interface Starting {
  readonly definition: Definition;
  readonly index: number;
  readonly parts: ReturnType<typeof splitImageName>;
  readonly names: readonly string[];
}

function startService(plan: DockerPlan, making: Making, images: Images, starting: Starting): Started {
  const { docker, environment, daemon, prefix } = plan;
  const { definition, index, parts, names } = starting;
  const { origin } = definition;
  const image = images.get(parts.image, definition.origin, definition.pullPolicies, definition.platform);
  const container = `${prefix}-${parts.name.replaceAll('/', '__')}-${index}`;
  const { list } = environment.variables;
  const own = new Variables(definition.variables).expanded(new Variables([...list, ...definition.variables]));
  const all = new Variables([...environment.variables.shown(), ...own.list]);
  const body = containerBody(
    {
      Image: image,
      Cmd: definition.command.length > 0 ? definition.command : null,
      Entrypoint: entrypointOf(docker.flag('disable_entrypoint_overwrite'), definition.entrypoint),
      Env: environmentList(all),
      User: definition.user,
      Labels: containerLabels(plan, { type: 'service', service: parts.name, 'service.version': parts.version }, true),
      HostConfig: serviceHostConfig(plan, making, {
        image: parts.image,
        name: definition.name,
        given: devicesOf(plan, parts.image),
      }),
      NetworkingConfig: networkingConfig(plan, making.network, names),
    },
    { Image: origin, Cmd: origin, Entrypoint: origin, User: origin },
  );
  const created = daemon.container(container, body, images.platformOf(definition.platform));
  return { ...created, container, port: portOf(all) };
}

export function entrypointOf(isOff: boolean | undefined, entrypoint: readonly string[]): Json {
  return entrypoint.length > 0 && !isOff ? entrypoint : null;
}

function devicesOf({ docker }: DockerPlan, image: string): readonly Json[] | null {
  const table = docker.table('services_devices');
  const origin = docker.origin('services_devices');
  const found = table.names().flatMap((pattern) => {
    if (!isGlob(pattern)) {
      throw new JobFailure(`invalid service device image pattern: ${pattern}: syntax error in pattern`, origin);
    }
    return matchesGlob(pattern, image) ? devices(table.texts(pattern), origin) : [];
  });
  return found.length === 0 ? null : found;
}

/** A variable may say the port that is waited for. */
function portOf({ list }: Variables): number {
  const named = list.find(({ key }) => key.toUpperCase() === 'HEALTHCHECK_TCP_PORT');
  if (!named) return PORT;
  const { value, origin } = named;
  if (/^[+-]?\d+$/.test(value) && Math.abs(Number(value)) < 2 ** 31) return Number(value);
  throw new JobFailure(`getting exposed ports: invalid health check tcp port: ${value}`, origin);
}

function waitForServices(plan: DockerPlan, making: Making, images: Images, started: readonly Started[]): void {
  const { docker } = plan;
  if ((docker.number('wait_for_services_timeout') ?? 0) < 0) return;
  const byName = [...started].sort((one, other) => (one.container < other.container ? -1 : 1));
  for (const service of byName) waitFor(plan, making, images, service);
}

function waitFor(plan: DockerPlan, { network }: Making, images: Images, service: Started): void {
  const { docker, logConfig, daemon } = plan;
  const image = images.helper();
  const { id, number, port, container } = service;
  const address = addressOf(network, number);
  const host: JsonObject = new HostConfig()
    .set('RestartPolicy', NO_RESTART)
    .set('ExtraHosts', address === undefined ? null : [`${id}:${address}`])
    .set('NetworkMode', network)
    .set('LogConfig', logConfig).object;
  const body = containerBody(
    {
      Image: image,
      Cmd: ['gitlab-runner-helper', 'health-check'],
      Env: [`WAIT_FOR_SERVICE_TCP_ADDR=${id}`, `WAIT_FOR_SERVICE_${port}_TCP_PORT=${port}`],
      Labels: labels(plan, { type: 'wait', wait: id.padEnd(64, '0') }).object,
      HostConfig: host,
    },
    { Image: docker.origin('helper_image') },
  );
  daemon.container(`${container}-wait-for-service`, body);
}
