/**
 * Tokens in clear in the values of the gitlab-runner chart. The chart writes both into a Secret of its own, and takes the one that
 * `runners.secret` names instead (its values.yaml, `runners.secret`). Said of a file under version control alone.
 */
import { isRunnerToken } from '../../text/clear-text';
import { factsOf } from '../../text/code';
import { message } from '../../text/message';
import type { Problem } from '../../text/problem';
import { isChartValues } from './chart-values';
import { decodeScalar } from './decode';
import { entryOf, type YamlMap } from './tree';

const TOKENS = ['runnerToken', 'runnerRegistrationToken'];

/** The tokens in a map, which may be the chart's own values, or what an umbrella chart gives it below `name`. Never throws. */
export function chartSecrets(text: string, values: YamlMap, name: string): Problem[] {
  if (!isChartValues(values, name)) return [];
  return TOKENS.flatMap((key): Problem[] => {
    const value = entryOf(values, key)?.value;
    if (value?.kind !== 'scalar' || !isRunnerToken(decodeScalar(text, value).text)) return [];
    const code = 'secret-in-clear';
    const said = message(code, { advice: 'chart' });
    return [{ code, severity: factsOf(code).severity, start: value.start, end: value.end, message: said }];
  });
}
