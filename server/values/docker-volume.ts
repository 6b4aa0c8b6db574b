/**
 * An entry of `volumes` of `[runners.docker]`. Which grammar the runner reads it by, the daemon decides; here either does, and what is
 * wrong is said in the one that the destination is written for.
 */
import { type Message, message } from '../text/message';
import { type DockerVolume, linuxOptions, readLinuxVolume } from './docker-volume-linux';
import { isForWindows, readWindowsVolume, windowsModes } from './docker-volume-windows';
import { failingWhole, type Grammar, shown } from './grammar';
import { unquoted } from './quoted';

export const dockerVolume: Grammar<DockerVolume> = {
  name: 'docker-volume',
  read(text) {
    const inner = unquoted(text);
    if (inner !== undefined) return failingWhole(text, message('invalid-value.volume.quoted'), inner);
    const linux = readLinuxVolume(text);
    if (linux.problems.length === 0) return linux;
    const windows = readWindowsVolume(text);
    return windows.problems.length === 0 || isForWindows(text) ? windows : linux;
  },
  say: volumeInWords,
  complete: (text, offset) => windowsModes(text, offset) ?? linuxOptions(text, offset),
};

/** What of elsewhere a container finds, and where. */
function volumeInWords({ source, destination, readOnly }: DockerVolume): Message | undefined {
  if (source === '') return undefined;
  const args = { destination: shown(destination), access: readOnly ? 'readOnly' : 'other' } as const;
  const isPath = /[\\/]/.test(source);
  return message(isPath ? 'volume.host' : 'volume.named', { ...args, source: shown(source) });
}
