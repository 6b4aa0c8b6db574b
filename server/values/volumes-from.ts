/** An item of `volumes_from`: a container, and how its volumes are mounted (ParseVolumesFrom of moby, on Linux). */
import { message } from '../text/message';
import { optionsAt } from './continuations';
import { failing, failingWhole, type Grammar, shown } from './grammar';

export const volumesFrom: Grammar = {
  name: 'volumes-from',
  read(text) {
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    if (!/^[A-Za-z\d][\w.-]*$/.test(name))
      return failingWhole(text, message('invalid-value.volumes-from', { text: shown(text) }), trimmed(text));
    if (
      colon < 0 ||
      text
        .slice(colon + 1)
        .split(',')
        .every((mode) => modes.test(mode))
    )
      return { problems: [] };
    const mode = text.slice(colon + 1);
    const span = { start: mode === '' ? colon : colon + 1, end: text.length };
    return {
      problems: [
        failing(
          span,
          message('invalid-value.volumes-from.mode', { mode: shown(mode) }),
          mode.trim() === '' ? name : undefined,
        ),
      ],
    };
  },
  complete(text, offset) {
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : optionsAt(text, offset, colon + 1, /,/, offered);
  },
};

const offered = ['ro', 'rw', 'z', 'Z', 'shared', 'slave', 'private', 'rshared', 'rslave', 'rprivate'];

const modes = /^(?:ro|rw|[zZ]|r?(?:shared|slave|private))$/;

function trimmed(text: string): string | undefined {
  const meant = text.trim();
  return meant !== text && meant.length < LONGEST && volumesFrom.read(meant).problems.length === 0 ? meant : undefined;
}

const LONGEST = 300;
