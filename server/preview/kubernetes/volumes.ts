/** The volumes of a pod and where containers mount them (getVolumes and getVolumeMounts in executors/kubernetes/kubernetes.go). */
import { Fields } from '../fields';
import type { Json, JsonObject } from '../json';
import { byRunner } from '../origin';
import type { Settings } from '../settings';
import type { Variables } from '../variables';
import { parseQuantity } from './quantity';

/** The kinds in the order in which the runner sends them, whatever that of the file is. */
const KINDS = ['host_path', 'secret', 'pvc', 'config_map', 'empty_dir', 'csi', 'nfs'] as const;
type Kind = (typeof KINDS)[number];

interface Configured {
  readonly kind: Kind;
  readonly volume: Settings;
}

function configuredVolumes(kubernetes: Settings): readonly Configured[] {
  const volumes = kubernetes.table('volumes');
  return KINDS.flatMap((kind) => volumes.tables(kind).map((volume) => ({ kind, volume })));
}

/** A mount of a configured volume; only the name of a claim is expanded. */
function mountOf({ kind, volume }: Configured, variables: Variables): JsonObject {
  const expanded = (key: string) => variables.expand(volume.text(key));
  return new Fields()
    .set('name', kind === 'pvc' ? expanded('name') : volume.text('name'), volume.origin('name'))
    .some('readOnly', kind === 'empty_dir' ? undefined : volume.flag('read_only'), volume.origin('read_only'))
    .set('mountPath', expanded('mount_path'), volume.origin('mount_path'))
    .some('subPath', expanded('sub_path'), volume.origin('sub_path'))
    .set(
      'mountPropagation',
      PROPAGATING.has(kind) ? volume.optionalText('mount_propagation') : undefined,
      volume.origin('mount_propagation'),
    ).object;
}

const PROPAGATING: ReadonlySet<Kind> = new Set<Kind>(['host_path', 'pvc', 'empty_dir']);

/** The mounts of the volumes that the configuration names. */
export function configuredMounts(kubernetes: Settings, variables: Variables): readonly JsonObject[] {
  return configuredVolumes(kubernetes).map((each) => mountOf(each, variables));
}

/** Claims of one name, before it is expanded, share a volume; the rest has one an entry. */
export function configuredSources(kubernetes: Settings, variables: Variables): readonly JsonObject[] {
  const claims = new Set<string>();
  return configuredVolumes(kubernetes).flatMap((each) => {
    const name = each.volume.text('name');
    if (each.kind === 'pvc' && claims.has(name)) return [];
    if (each.kind === 'pvc') claims.add(name);
    return [sourceOf(each, each.kind === 'pvc' ? variables.expand(name) : name)];
  });
}

function sourceOf({ kind, volume }: Configured, name: string): JsonObject {
  const [field, source] = sources[kind](volume, name);
  const origin = volume.origin('name');
  return new Fields().set('name', name, origin).set(field, source.object, origin).object;
}

const sources: Readonly<Record<Kind, (volume: Settings, name: string) => readonly [string, Fields]>> = {
  host_path: (volume) => {
    const key = volume.text('host_path') === '' ? 'mount_path' : 'host_path';
    return ['hostPath', new Fields().set('path', volume.text(key), volume.origin(key))];
  },
  secret: (volume, name) => [
    'secret',
    new Fields().some('secretName', name, volume.origin('name')).some('items', itemsOf(volume), volume.origin('items')),
  ],
  pvc: (volume, name) => ['persistentVolumeClaim', new Fields().set('claimName', name, volume.origin('name'))],
  config_map: (volume, name) => [
    'configMap',
    new Fields().some('name', name, volume.origin('name')).some('items', itemsOf(volume), volume.origin('items')),
  ],
  empty_dir: (volume) => [
    'emptyDir',
    new Fields()
      .some('medium', ...volume.sourced('text', 'medium'))
      .set('sizeLimit', sizeOf(volume.text('size_limit')), volume.origin('size_limit')),
  ],
  csi: (volume) => [
    'csi',
    new Fields()
      .set('driver', ...volume.sourced('text', 'driver'))
      .set('readOnly', volume.flag('read_only') ?? false, volume.origin('read_only'))
      .set('fsType', ...volume.sourced('text', 'fs_type'))
      .some('volumeAttributes', attributesOf(volume), volume.origin('volume_attributes')),
  ],
  nfs: (volume) => [
    'nfs',
    new Fields()
      .set('server', ...volume.sourced('text', 'server'))
      .set('path', ...volume.sourced('text', 'path'))
      .some('readOnly', ...volume.sourced('flag', 'read_only')),
  ],
};

/** A size that Kubernetes does not read is left out. */
function sizeOf(text: string): string | undefined {
  const read = text.trim() === '' ? undefined : parseQuantity(text);
  return read && !('wrong' in read) ? read.text : undefined;
}

/** The runner sends them in any order. */
function itemsOf(volume: Settings): readonly Json[] {
  return [...volume.map('items')]
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ key, value, origin }) => new Fields().set('key', key, origin).set('path', value, origin).object);
}

function attributesOf(volume: Settings): JsonObject {
  const attributes = new Fields();
  for (const { key, value, origin } of volume.map('volume_attributes')) attributes.set(key, value, origin);
  return attributes.object;
}

/** A volume that lives as long as the pod. */
export function emptyVolume(name: string): JsonObject {
  return new Fields().set('name', name, byRunner).set('emptyDir', {}, byRunner).object;
}

export function plainMount(name: string, path: string): JsonObject {
  return new Fields().set('name', name, byRunner).set('mountPath', path, byRunner).object;
}

/** Who has the directory of builds. */
export interface BuildsVolume {
  /** Nobody: the runner makes a volume for it. */
  readonly isOwn: boolean;
  /** A configured volume, and other jobs may have files there. */
  readonly isShared: boolean;
}

/** Decided before the variables of directories are known, so that `$CI_BUILDS_DIR` is nothing here. */
export function buildsVolume(kubernetes: Settings, variables: Variables, root: string): BuildsVolume {
  const mount = configuredMounts(kubernetes, variables).find(({ mountPath }) => mountPath === root);
  if (!mount) return { isOwn: true, isShared: false };
  const isEmptyDirectory = configuredSources(kubernetes, variables).some(
    ({ name, emptyDir }) => name === mount.name && emptyDir !== undefined,
  );
  return { isOwn: false, isShared: !isEmptyDirectory };
}
