/**
 * Two runners with one token: GitLab takes them for one runner that is asked for twice, and what looks a runner up by its token
 * finds the first (common/config.go, RunnerByToken; `register` warns of it). Placeholders are no tokens.
 */
import type { RunnerSettings } from '../../meaning/visit';
import { message } from '../../text/message';
import { isPlaceholder } from '../../text/placeholders';
import type { Rule } from '../rule';
import { repeatedIn } from './repeated';

export const duplicateToken: Rule<'file'> = {
  code: 'duplicate-token',
  scope: 'file',
  check(file, report) {
    if (file.isConditional) return;
    for (const { first, again } of repeatedIn(file.settings.map(tokenOf))) {
      const place = file.runners[again]?.places.token;
      const other = file.runners[first]?.places.token;
      if (!place) continue;
      report({
        ...place,
        message: message('duplicate-token'),
        link: file.context.schema.byPath('runners[].token')?.docs,
        related: other && [{ ...other, message: message('duplicate-token.first') }],
      });
    }
  },
};

/** Shorter texts, those of a few characters again and again, and what somebody took the token out of only stand for one. */
const SHORTEST = 20;
const FEWEST_CHARACTERS = 8;

/** The token of a runner where it is one. */
export function tokenOf({ token }: RunnerSettings): string | undefined {
  if (token === undefined || token.length < SHORTEST || isPlaceholder(token) || /redacted/i.test(token))
    return undefined;
  return new Set(token).size >= FEWEST_CHARACTERS ? token : undefined;
}
