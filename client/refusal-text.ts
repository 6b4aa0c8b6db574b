/** The words for why a configuration was not written into a values file. */
import type { Translate } from './translate';
import type { Refusal } from './values-text';

/** Says of a file, by its name, why nothing was written into it. */
export function refusalText(t: Translate, file: string, refusal: Refusal): string {
  switch (refusal) {
    case 'not-values':
      return t('Nothing was inserted: {file} is a Kubernetes resource, not a values file of the gitlab-runner chart.', {
        file,
      });
    case 'not-a-block':
      return t(
        'Nothing was inserted: in {file}, the value where runners.config belongs is not written as an indented block.',
        { file },
      );
    case 'in-braces':
      return t(
        'Nothing was inserted: in {file}, the place where runners.config belongs is written in braces. Rewrite the braces as indented lines first.',
        { file },
      );
    case 'not-written':
      return t('Nothing was inserted: {file} changed at the same time, or cannot be changed.', { file });
  }
}
