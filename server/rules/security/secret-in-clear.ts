/**
 * A secret in clear text in a file under version control: whoever reads the repository has it, also once it is taken out again. Only the
 * client and the command line know of a file whether it is (`isVersioned`). What the runner takes from elsewhere instead: the token from
 * its environment (common/config.go, loadConfig), the DSN too where the file has none (LoadConfig), and so on.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';
import { PLUGIN_CONFIG, type Secret, secretsIn } from './secrets-in';

export const secretInClear: Rule<'key'> = {
  code: 'secret-in-clear',
  scope: 'key',
  concerns: (key) => key?.secret !== undefined || key?.path === PLUGIN_CONFIG,
  check(visit, report) {
    const { context, source, key } = visit;
    // An example is nobody's secret.
    if (!context.isVersioned || !source.traits.writable) return;
    for (const secret of secretsIn(visit)) {
      const { start, end, advice } = secret;
      report({
        start,
        end,
        message: message('secret-in-clear', { advice }),
        link: key?.docs,
        fixes: () => fromEnvironment(secret),
      });
    }
  },
};

/** Only of the token the runner takes a variable of its environment. */
function fromEnvironment({ start, end, advice }: Secret): Fix[] {
  if (advice !== 'environment') return [];
  const newText = valueText('$RUNNER_TOKEN');
  return [{ title: message('fix.change-to', { text: newText }), changes: replacements([{ start, end, newText }]) }];
}
