/**
 * Two runners with one token: GitLab takes them for one runner that is asked for twice, and what looks a runner up by its token
 * finds the first (common/config.go, RunnerByToken; `register` warns of it). Placeholders are no tokens.
 */
import { message } from '../../text/message';
import { fileRule } from '../rule';
import { repeatedIn } from './repeated';

export const duplicateToken = fileRule({
  code: 'duplicate-token',
  reads: ['ownToken'],
  check(file, report) {
    if (file.isConditional) return;
    for (const { first, again } of repeatedIn(file.settings, ({ ownToken }) => ownToken)) {
      const place = file.place('ownToken', again);
      const other = file.place('ownToken', first);
      if (!place) continue;
      report({
        ...place,
        message: message('duplicate-token'),
        link: file.context.schema.byPath('runners[].token')?.docs,
        related: other && [{ ...other, message: message('duplicate-token.first') }],
      });
    }
  },
});
