/** What a container gets of its host (createHostConfig and createHostConfigForService in executors/docker/docker.go). */
import zeros from '../../../schemas/docker-requests.json';
import { isOn } from '../environment';
import { JobFailure } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { matchesGlob } from '../kubernetes/glob';
import { noteOrigin, type Origin } from '../origin';
import type { DockerPlan } from './plan';
import { capabilities, deviceRequests, devices, isolation, memory, nanoCpus, securityOptions, ulimits } from './values';

export const NO_RESTART: JsonObject = { MaximumRetryCount: 0, Name: 'no' };

/** What is in the making of a job's containers. */
export interface Making {
  readonly binds: readonly string[];
  /** `name:address` of the services. */
  readonly links: readonly string[];
  readonly network: string;
}

/** A host configuration: all fields, as the client sends them, with some of them set. */
export class HostConfig {
  private readonly made: Record<string, Json> = { ...(zeros.hostConfig as JsonObject) };

  set(field: string, value: Json | undefined, origin?: Origin): this {
    if (value === undefined) return this;
    this.made[field] = value;
    if (origin) noteOrigin(this.made, field, origin);
    return this;
  }

  get object(): JsonObject {
    return this.made;
  }
}

const orNull = (list: readonly string[]): Json => (list.length === 0 ? null : list);

/** Of build and predefined. */
export function jobHostConfig(plan: DockerPlan, { binds, links, network }: Making, isBuild: boolean): JsonObject {
  const { docker } = plan;
  const as = (key: string) => docker.origin(key);
  const cpus = nanoCpus(docker, 'cpus');
  const isolated = isolation(docker);
  const limits = ulimits(docker);
  const security = securityOptions(docker, 'security_opt', 'security options');
  const made = new HostConfig()
    .set('Dns', dnsServers(plan), as('dns'))
    .set('Memory', memory(docker, 'memory'), as('memory'))
    .set('MemorySwap', memory(docker, 'memory_swap'), as('memory_swap'))
    .set('MemoryReservation', memory(docker, 'memory_reservation'), as('memory_reservation'))
    .set('CgroupParent', docker.text('cgroup_parent'), as('cgroup_parent'))
    .set('CpusetCpus', docker.text('cpuset_cpus'), as('cpuset_cpus'))
    .set('CpusetMems', docker.text('cpuset_mems'), as('cpuset_mems'))
    .set('CpuShares', docker.number('cpu_shares') ?? 0, as('cpu_shares'))
    .set('NanoCpus', cpus, as('cpus'))
    .set('Devices', devices(docker.texts('devices'), as('devices')), as('devices'))
    .set('DeviceRequests', deviceRequests(docker, 'gpus'), as('gpus'))
    .set('OomKillDisable', docker.flag('oom_kill_disable') ?? false, as('oom_kill_disable'))
    .set('DeviceCgroupRules', orNull(docker.texts('device_cgroup_rules')), as('device_cgroup_rules'))
    .set('Ulimits', limits, as('ulimit'))
    .set('GroupAdd', orNull(docker.texts('group_add')), as('group_add'))
    .set('CapAdd', capabilities(docker.texts('cap_add')), as('cap_add'))
    .set('CapDrop', capabilities(docker.texts('cap_drop')), as('cap_drop'))
    .set('SecurityOpt', security, as('security_opt'))
    .set('ExtraHosts', orNull([...docker.texts('extra_hosts'), ...links]), as('extra_hosts'))
    .set('IpcMode', docker.text('ipcmode'), as('ipcmode'))
    .set('Links', orNull(docker.texts('links')), as('links'))
    .set('OomScoreAdj', docker.number('oom_score_adjust') ?? 0, as('oom_score_adjust'))
    .set('VolumeDriver', docker.text('volume_driver'), as('volume_driver'))
    .set('VolumesFrom', orNull(docker.texts('volumes_from')), as('volumes_from'))
    .set('Tmpfs', mapOf(plan, 'tmpfs'), as('tmpfs'))
    .set('Sysctls', mapOf(plan, 'sysctls'), as('sysctls'))
    .set('Privileged', isPrivileged(plan, isBuild), as('privileged'));
  if (isBuild) made.set('PidMode', docker.text('pid_mode'), as('pid_mode')).set('Init', usesInit(plan));
  return common(plan, made, { binds, network, isolated });
}

/** What Docker is asked for of the host of a service. */
export function serviceHostConfig(
  plan: DockerPlan,
  { binds, network }: Making,
  { image, given, name }: { readonly image: string; readonly given: readonly Json[] | null; readonly name: string },
): JsonObject {
  const { docker } = plan;
  const as = (key: string) => docker.origin(key);
  const cpus = nanoCpusOfService(plan);
  const isolated = isolation(docker);
  const security = securityOptions(docker, 'services_security_opt', 'services security options');
  const privileged = docker.flag('services_privileged') ?? docker.flag('privileged') ?? false;
  const made = new HostConfig()
    .set('Dns', dnsServers(plan), as('dns'))
    .set('Memory', memory(docker, 'service_memory'), as('service_memory'))
    .set('MemorySwap', memory(docker, 'service_memory_swap'), as('service_memory_swap'))
    .set('MemoryReservation', memory(docker, 'service_memory_reservation'), as('service_memory_reservation'))
    .set('CgroupParent', docker.text('service_cgroup_parent'), as('service_cgroup_parent'))
    .set('CpusetCpus', docker.text('service_cpuset_cpus'), as('service_cpuset_cpus'))
    .set('CpuShares', docker.number('service_cpu_shares') ?? 0, as('service_cpu_shares'))
    .set('NanoCpus', cpus, as('service_cpus'))
    .set('Devices', given, as('services_devices'))
    .set('DeviceRequests', deviceRequests(docker, 'service_gpus'), as('service_gpus'))
    .set('Privileged', privileged && matchesAny(docker.texts('allowed_privileged_services'), name || image))
    .set('SecurityOpt', security, as('services_security_opt'))
    .set('ExtraHosts', orNull(docker.texts('extra_hosts')), as('extra_hosts'))
    .set('Tmpfs', mapOf(plan, 'services_tmpfs'), as('services_tmpfs'))
    .set('Init', usesInit(plan));
  return common(plan, made, { binds, network, isolated });
}

function nanoCpusOfService({ docker }: DockerPlan): number {
  try {
    return nanoCpus(docker, 'service_cpus');
  } catch (error) {
    throw error instanceof JobFailure ? error.within('service nano cpus') : error;
  }
}

interface Shared {
  readonly binds: readonly string[];
  readonly network: string;
  readonly isolated: string;
}

function common({ docker, logConfig }: DockerPlan, made: HostConfig, { binds, network, isolated }: Shared): JsonObject {
  const as = (key: string) => docker.origin(key);
  return made
    .set('DnsSearch', orNull(docker.texts('dns_search')), as('dns_search'))
    .set('Runtime', docker.text('runtime') || undefined, as('runtime'))
    .set('UsernsMode', docker.text('userns_mode'), as('userns_mode'))
    .set('ShmSize', docker.number('shm_size') ?? 0, as('shm_size'))
    .set('Isolation', isolated, as('isolation'))
    .set('NetworkMode', network, as('network_mode'))
    .set('Binds', [...binds], as('volumes'))
    .set('RestartPolicy', NO_RESTART)
    .set('LogConfig', logConfig, as('log_options')).object;
}

function dnsServers({ docker }: DockerPlan): Json {
  return orNull(docker.texts('dns'));
}

const usesInit = ({ environment }: DockerPlan) =>
  isOn(environment, 'FF_USE_INIT_WITH_DOCKER_EXECUTOR') ? true : undefined;

function mapOf({ docker }: DockerPlan, key: string): Json | undefined {
  const entries = docker.map(key);
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(({ key: name, value }) => [name, value]));
}

/** The list of images is asked about the helper's id, which matches no name. */
function isPrivileged({ docker, inputs, environment }: DockerPlan, isBuild: boolean): boolean {
  const patterns = docker.texts('allowed_privileged_images');
  const image = environment.variables.expand(inputs.job.image.name);
  return docker.flag('privileged') === true && (patterns.length === 0 || (isBuild && matchesAny(patterns, image)));
}

function matchesAny(patterns: readonly string[], image: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesGlob(pattern, image));
}
