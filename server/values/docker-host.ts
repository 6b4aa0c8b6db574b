/**
 * Where Docker's daemon is: `scheme://address`, cut at the first `://` (ParseHostURL of moby's client, which the runner's
 * helpers/docker/options.go calls).
 */
import { message } from '../text/message';
import { failing, failingWhole, type Grammar, shown } from './grammar';

export const dockerHost: Grammar = {
  name: 'docker-host',
  read(text) {
    // An empty text is DOCKER_HOST, or the place that a daemon has by default.
    if (text === '') return { problems: [] };
    const at = text.indexOf('://');
    if (at < 0 || at + 3 === text.length) {
      return failingWhole(text, message('invalid-value.docker-host', { text: shown(text) }), meantHost(text));
    }
    const isRelative = /^unix:\/\/[^/@]/.test(text);
    if (!isRelative) return { problems: [] };
    const span = { start: at + 3, end: text.length };
    const path = text.slice(at + 3);
    const isPath = path.includes('/') && path.length < LONGEST;
    return {
      problems: [
        failing(
          span,
          message('invalid-value.docker-host.relative', { path: shown(path) }),
          isPath ? `unix:///${path}` : undefined,
        ),
      ],
    };
  },
};

const LONGEST = 300;

function meantHost(text: string): string | undefined {
  const host = text.trim();
  if (host.length > LONGEST || /\s/.test(host)) return undefined;
  const path = /^(?:unix:|file:)?\/{0,2}(\/[^/].*)$/.exec(host)?.[1];
  if (path !== undefined) return `unix://${path}`;
  const pipe = /^(?:npipe:)?[\\/]{2}\.[\\/]pipe[\\/]([\w.-]+)$/i.exec(host)?.[1];
  if (pipe !== undefined) return `npipe:////./pipe/${pipe}`;
  return /^(?:tcp:)?([\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\]):\d{1,5}$/i.test(host)
    ? `tcp://${host.replace(/^tcp:/i, '')}`
    : undefined;
}
