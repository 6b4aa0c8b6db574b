/**
 * Two runners of one name: `unregister --name` and `run-single` take the first (common/config.go, RunnerByName). Where the tokens
 * are the same, too, that is said.
 */
import { message } from '../../text/message';
import { isPlaceholder } from '../../text/placeholders';
import { fileRule } from '../rule';
import { repeatedIn } from './repeated';

export const duplicateName = fileRule({
  code: 'duplicate-name',
  reads: ['name', 'ownToken'],
  check(file, report) {
    if (file.isConditional) return;
    const { settings } = file;
    const said = new Set<string>();
    for (const { first, again } of repeatedIn(settings, ({ name }) => name || undefined)) {
      const [one, two] = [settings[first], settings[again]];
      if (!one || !two?.name || isPlaceholder(two.name)) continue;
      if (two.ownToken !== undefined && two.ownToken === one.ownToken) continue;
      const place = file.place('name', again);
      const other = file.place('name', first);
      // Of many runners of one name it is said at the second.
      if (!place || said.has(two.name)) continue;
      said.add(two.name);
      report({
        ...place,
        message: message('duplicate-name', { name: two.name }),
        link: file.context.schema.byPath('runners[].name')?.docs,
        related: other && [{ ...other, message: message('duplicate-name.first') }],
      });
    }
  },
});
