/** What a container gets of its host (createHostConfig and createHostConfigForService in executors/docker/docker.go). */
import zeros from '../../../schemas/docker-requests.json';
import { isOn } from '../environment';
import { JobFailure } from '../job-failure';
import type { Json, JsonObject } from '../json';
import { matchesGlob } from '../kubernetes/glob';
import { noteOrigin, type Origin } from '../origin';
import type { Settings } from '../settings';
import { dnsServers } from './addresses';
import { deviceRequests } from './gpus';
import type { DockerPlan } from './plan';
import { capabilities, devices, isolation, memory, nanoCpus, securityOptions, ulimits } from './values';

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
const list = (docker: Settings, key: string) => [orNull(docker.texts(key)), docker.origin(key)] as const;
const count = (docker: Settings, key: string) => [docker.number(key) ?? 0, docker.origin(key)] as const;
const size = (docker: Settings, key: string) => [memory(docker, key), docker.origin(key)] as const;

/** Of build and predefined. */
export function jobHostConfig(plan: DockerPlan, { binds, links, network }: Making, isBuild: boolean): JsonObject {
  const { docker } = plan;
  const as = (key: string) => docker.origin(key);
  const cpus = nanoCpus(docker, 'cpus');
  const isolated = isolation(docker);
  const limits = ulimits(docker);
  const security = securityOptions(docker, 'security_opt', 'security options');
  const made = new HostConfig()
    .set('Dns', orNull(dnsServers(docker)), as('dns'))
    .set('Memory', ...size(docker, 'memory'))
    .set('MemorySwap', ...size(docker, 'memory_swap'))
    .set('MemoryReservation', ...size(docker, 'memory_reservation'))
    .set('CgroupParent', ...docker.sourced('text', 'cgroup_parent'))
    .set('CpusetCpus', ...docker.sourced('text', 'cpuset_cpus'))
    .set('CpusetMems', ...docker.sourced('text', 'cpuset_mems'))
    .set('CpuShares', ...count(docker, 'cpu_shares'))
    .set('NanoCpus', cpus, as('cpus'))
    .set('Devices', devices(...docker.sourced('texts', 'devices')), as('devices'))
    .set('DeviceRequests', deviceRequests(docker, 'gpus'), as('gpus'))
    .set('OomKillDisable', docker.flag('oom_kill_disable') ?? false, as('oom_kill_disable'))
    .set('DeviceCgroupRules', ...list(docker, 'device_cgroup_rules'))
    .set('Ulimits', limits, as('ulimit'))
    .set('GroupAdd', ...list(docker, 'group_add'))
    .set('CapAdd', capabilities(docker.texts('cap_add')), as('cap_add'))
    .set('CapDrop', capabilities(docker.texts('cap_drop')), as('cap_drop'))
    .set('SecurityOpt', security, as('security_opt'))
    .set('ExtraHosts', orNull([...docker.texts('extra_hosts'), ...links]), as('extra_hosts'))
    .set('IpcMode', ...docker.sourced('text', 'ipcmode'))
    .set('Links', ...list(docker, 'links'))
    .set('OomScoreAdj', ...count(docker, 'oom_score_adjust'))
    .set('VolumeDriver', ...docker.sourced('text', 'volume_driver'))
    .set('VolumesFrom', ...list(docker, 'volumes_from'))
    .set('Tmpfs', ...mapOf(docker, 'tmpfs'))
    .set('Sysctls', ...mapOf(docker, 'sysctls'))
    .set('Privileged', isPrivileged(plan, isBuild), as('privileged'));
  if (isBuild) made.set('PidMode', ...docker.sourced('text', 'pid_mode')).set('Init', usesInit(plan));
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
  const requests = deviceRequests(docker, 'service_gpus');
  const cpus = nanoCpusOfService(plan);
  const isolated = isolation(docker);
  const security = securityOptions(docker, 'services_security_opt', 'services security options');
  const privileged = docker.flag('services_privileged') ?? docker.flag('privileged') ?? false;
  const made = new HostConfig()
    .set('Dns', orNull(dnsServers(docker)), as('dns'))
    .set('Memory', ...size(docker, 'service_memory'))
    .set('MemorySwap', ...size(docker, 'service_memory_swap'))
    .set('MemoryReservation', ...size(docker, 'service_memory_reservation'))
    .set('CgroupParent', ...docker.sourced('text', 'service_cgroup_parent'))
    .set('CpusetCpus', ...docker.sourced('text', 'service_cpuset_cpus'))
    .set('CpuShares', ...count(docker, 'service_cpu_shares'))
    .set('NanoCpus', cpus, as('service_cpus'))
    .set('Devices', given, as('services_devices'))
    .set('DeviceRequests', requests, as('service_gpus'))
    .set('Privileged', privileged && matchesAny(docker.texts('allowed_privileged_services'), name || image))
    .set('SecurityOpt', security, as('services_security_opt'))
    .set('ExtraHosts', ...list(docker, 'extra_hosts'))
    .set('Tmpfs', ...mapOf(docker, 'services_tmpfs'))
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
    .set('DnsSearch', ...list(docker, 'dns_search'))
    .set('Runtime', docker.text('runtime') || undefined, as('runtime'))
    .set('UsernsMode', ...docker.sourced('text', 'userns_mode'))
    .set('ShmSize', ...count(docker, 'shm_size'))
    .set('Isolation', isolated, as('isolation'))
    .set('NetworkMode', network, as('network_mode'))
    .set('Binds', [...binds], as('volumes'))
    .set('RestartPolicy', NO_RESTART)
    .set('LogConfig', logConfig, as('log_options')).object;
}

const usesInit = ({ environment }: DockerPlan) =>
  isOn(environment, 'FF_USE_INIT_WITH_DOCKER_EXECUTOR') ? true : undefined;

function mapOf(docker: Settings, key: string) {
  const entries = docker.map(key).map(({ key: name, value }) => [name, value]);
  return [entries.length === 0 ? undefined : Object.fromEntries(entries), docker.origin(key)] as const;
}

/** The list of images is asked about the helper's id, which matches no name. */
function isPrivileged({ docker, inputs }: DockerPlan, isBuild: boolean): boolean {
  const patterns = docker.texts('allowed_privileged_images');
  const { name } = inputs.job.image;
  return docker.flag('privileged') === true && (patterns.length === 0 || (isBuild && matchesAny(patterns, name)));
}

function matchesAny(patterns: readonly string[], image: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesGlob(pattern, image));
}
