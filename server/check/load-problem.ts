/** What keeps the runner from loading a configuration: a preview of a job has nothing else to say then. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { factsOf } from '../text/code';
import { checkConfiguration, type PlacedFinding } from './check-configuration';

/** The first error that the runner's decoder ends with; what is not there, or stands in another file, does not count. */
export function loadProblem(configuration: Configuration, context: Context): PlacedFinding | undefined {
  return checkConfiguration(configuration, context).find(({ finding }) => {
    const { loads, about } = factsOf(finding.code);
    return finding.severity === 'error' && !loads && about !== 'absence';
  });
}
