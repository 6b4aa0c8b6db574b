/** Security contexts of the pod and of its containers (common/config.go, getSecurityContextWithUIDGID in the executor). */
import { Fields } from '../fields';
import type { JsonObject } from '../json';
import { byJob, byRunner, type Origin } from '../origin';
import type { Settings } from '../settings';

/** The pod's own, or undefined when none of its keys is there. */
export function podSecurityContext(kubernetes: Settings): JsonObject | undefined {
  const context = kubernetes.table('pod_security_context');
  const made = new Fields()
    .set('seLinuxOptions', seLinux(context), context.origin('selinux_type'))
    .set('runAsUser', ...context.sourced('number', 'run_as_user'))
    .set('runAsGroup', ...context.sourced('number', 'run_as_group'))
    .set('runAsNonRoot', ...context.sourced('flag', 'run_as_non_root'))
    .some('supplementalGroups', context.numbers('supplemental_groups'), context.origin('supplemental_groups'))
    .set('fsGroup', ...context.sourced('number', 'fs_group'))
    .set('seccompProfile', profile(context.table('seccomp_profile')), context.origin('seccomp_profile'))
    .set('appArmorProfile', profile(context.table('app_armor_profile')), context.origin('app_armor_profile'));
  // A profile that is none makes a context with nothing in it.
  const hasProfile = context.table('seccomp_profile').isThere || context.table('app_armor_profile').isThere;
  return made.isEmpty && !hasProfile ? undefined : made.object;
}

function seLinux(context: Settings): JsonObject | undefined {
  const type = context.text('selinux_type');
  return type === '' ? undefined : new Fields().set('type', type, context.origin('selinux_type')).object;
}

const PROFILES = ['RuntimeDefault', 'Unconfined', 'Localhost'];

function profile(table: Settings): JsonObject | undefined {
  const type = table.text('type');
  const path = type === 'Localhost' ? table.text('localhost_profile') : undefined;
  if (!PROFILES.includes(type) || path === '') return undefined;
  return new Fields()
    .set('type', type, table.origin('type'))
    .set('localhostProfile', path, table.origin('localhost_profile')).object;
}

export interface ContextOf {
  /** The key of the container's own table. */
  readonly key: string;
  readonly isWindows: boolean;
  /** Who the job wants to be; undefined for containers that take neither the job's user nor the pod's. */
  readonly user?: { readonly name: string; readonly field: string };
}

/** The context of a container. */
export function containerSecurityContext(kubernetes: Settings, { key, isWindows, user }: ContextOf): JsonObject {
  const context = kubernetes.table(key);
  const either = (name: string): [boolean | undefined, Origin] => {
    const own = context.flag(name);
    return own === undefined ? [kubernetes.flag(name), kubernetes.origin(name)] : [own, context.origin(name)];
  };
  const uid = identity(kubernetes, context, 'user', user);
  const gid = identity(kubernetes, context, 'group', user);
  return new Fields()
    .set('capabilities', capabilities(kubernetes, context, isWindows), byRunner)
    .set('privileged', ...either('privileged'))
    .set('seLinuxOptions', seLinux(context), context.origin('selinux_type'))
    .set('runAsUser', uid?.id, uid?.origin ?? byRunner)
    .set('runAsGroup', gid?.id, gid?.origin ?? byRunner)
    .set('runAsNonRoot', ...context.sourced('flag', 'run_as_non_root'))
    .set('readOnlyRootFilesystem', ...context.sourced('flag', 'read_only_root_filesystem'))
    .set('allowPrivilegeEscalation', ...either('allow_privilege_escalation'))
    .set('procMount', procMount(context.text('proc_mount')), context.origin('proc_mount'))
    .set('seccompProfile', profile(context.table('seccomp_profile')), context.origin('seccomp_profile'))
    .set('appArmorProfile', profile(context.table('app_armor_profile')), context.origin('app_armor_profile')).object;
}

function procMount(text: string): string | undefined {
  const trimmed = text.trim();
  const name = trimmed.charAt(0).toUpperCase() + trimmed.slice(1).toLowerCase();
  return name === 'Default' || name === 'Unmasked' ? name : undefined;
}

/** What containers on Linux lose unless `cap_add` has it. */
const DROPPED = 'NET_RAW';

/** One map of names is edited by both keys, dropping last; the container's lists replace what came out. */
function capabilities(kubernetes: Settings, context: Settings, isWindows: boolean): JsonObject | undefined {
  const added = new Map<string, { readonly isAdded: boolean; readonly origin: Origin }>();
  if (!isWindows) added.set(DROPPED, { isAdded: false, origin: byRunner });
  for (const name of kubernetes.texts('cap_add')) {
    added.set(name, { isAdded: true, origin: kubernetes.origin('cap_add') });
  }
  for (const name of kubernetes.texts('cap_drop')) {
    added.set(name, { isAdded: false, origin: kubernetes.origin('cap_drop') });
  }
  const own = context.table('capabilities');
  const made = new Fields();
  for (const [field, isAdded] of [['add', true] as const, ['drop', false] as const]) {
    const listed = own.texts(field);
    const names = [...added].filter(([, each]) => each.isAdded === isAdded);
    const origin = listed.length > 0 ? own.origin(field) : (names.at(-1)?.[1].origin ?? byRunner);
    made.some(field, listed.length > 0 ? listed : names.map(([name]) => name).sort(), origin);
  }
  return made.isEmpty ? undefined : made.object;
}

interface Identity {
  readonly id: number;
  readonly origin: Origin;
}

/** The container's key, else the pod's, else what the job asks for. */
function identity(
  kubernetes: Settings,
  context: Settings,
  kind: 'user' | 'group',
  user: ContextOf['user'],
): Identity | undefined {
  const key = `run_as_${kind}`;
  const pod = kubernetes.table('pod_security_context');
  for (const place of user ? [context, pod] : [context]) {
    const id = place.number(key);
    // A negative one is none where the job's may be taken.
    if (id !== undefined) return user && id < 0 && place === pod ? undefined : { id, origin: place.origin(key) };
  }
  if (!user) return undefined;
  const [name = '', group = ''] = parted(user.name);
  const wanted = kind === 'user' ? name : group;
  const id = allowedId(wanted, kubernetes.texts(kind === 'user' ? 'allowed_users' : 'allowed_groups'));
  return id === undefined ? undefined : { id, origin: byJob(user.field) };
}

function parted(user: string): readonly string[] {
  const at = user.indexOf(':');
  return at < 0 ? [user] : [user.slice(0, at), user.slice(at + 1)];
}

/** A number that the lists allow; root has to be listed. What is refused is only worth a warning to the runner. */
function allowedId(text: string, allowed: readonly string[]): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const id = Number(text);
  if (id < 0) return undefined;
  const listed = allowed.some((entry) => /^[+-]?\d+$/.test(entry) && Number(entry) === id);
  return listed || (allowed.length === 0 && id !== 0) ? id : undefined;
}
