/**
 * An entry of `volumes` of `[runners.docker]`. Which grammar the runner reads it by, the daemon decides; here either does, and what is
 * wrong is said in the one that the destination is written for.
 */
import { message } from '../text/message';
import { type DockerVolume, readLinuxVolume } from './docker-volume-linux';
import { isForWindows, readWindowsVolume } from './docker-volume-windows';
import { failingWhole, type Grammar } from './grammar';
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
};
