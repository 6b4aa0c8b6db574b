/**
 * Two volumes at one path of the container: the runner ends each job over the second (pathList.Add in
 * executors/docker/internal/volumes/utils.go). Most often the volume `/cache` that `register` writes is left beside one of the host.
 * Paths with variables are not compared.
 */
import type { Fix } from '../../meaning/finding';
import type { Located } from '../../meaning/table-view';
import { message } from '../../text/message';
import { grammarNamed } from '../../values/all';
import { cleanedPath, type DockerVolume } from '../../values/docker-volume-linux';
import { dockerRule, docsOf } from './docker-rule';

interface Mount {
  readonly volume: DockerVolume;
  readonly text: Located<string>;
}

export const dockerVolumeDuplicate = dockerRule('docker-volume-duplicate', (visit, report) => {
  const texts = visit.docker.list('volumes')?.value ?? [];
  const first = new Map<string, Mount>();
  for (const text of texts) {
    const volume = grammarNamed('docker-volume').read(text.value).value as DockerVolume | undefined;
    if (!volume || volume.destination.includes('$')) continue;
    const { destination } = volume;
    const path = destination.startsWith('/') ? cleanedPath(destination) : destination;
    const before = first.get(path);
    const mount = { volume, text };
    if (!before) {
      first.set(path, mount);
      continue;
    }
    report({
      ...text.span,
      message: message('docker-volume-duplicate', { path }),
      link: docsOf(visit, 'volumes'),
      related: [{ ...before.text.span, message: message('docker-volume-duplicate.first') }],
      fixes: () => withOne(before, mount),
    });
  }
});

/** Takes one of two away; that is the volume that the runner makes itself, where the other one is somebody's. */
function withOne(before: Mount, mount: Mount): Fix[] {
  const isClear = before.volume.source === '' || mount.volume.source === '' || before.text.value === mount.text.value;
  const order = before.volume.source === '' && mount.volume.source !== '' ? [before, mount] : [mount, before];
  return order.flatMap(({ text }, index) => removal(text, isClear && index === 0));
}

function removal({ value, span, member }: Located<string>, preferred: boolean): Fix[] {
  if (member.node.type !== 'value' || member.node.value.type !== 'array') return [];
  const title = message('fix.remove', { name: value });
  return [{ title, changes: [{ op: 'remove', part: span, of: member.node.value }], preferred }];
}
