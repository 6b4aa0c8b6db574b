/** Which option and environment variable of `gitlab-runner register` fill a key, by the rules of its command line library. */
import { type GoField, tagValue } from '../go/types';

/** The namespaces above a key; undefined below a table that the command line does not reach into. */
export type Namespaces = readonly string[] | undefined;

/** A table is reached by its `namespace` only; an embedded struct adds nothing. */
export function namespacesBelow(above: Namespaces, field: GoField): Namespaces {
  if (field.embedded || above === undefined) return above;
  const own = tagValue(field.tag, 'namespace');
  return own === undefined ? undefined : [...above, own];
}

/** The option with its dashes and the variable. A variable `@NAME` is put behind the namespaces. */
export function registrationOf(field: GoField, above: Namespaces): { flag?: string; env?: string } {
  const long = tagValue(field.tag, 'long');
  if (above === undefined || !long) return {};
  const env = tagValue(field.tag, 'env');
  const prefix = above.join('_').replaceAll('-', '_').toUpperCase();
  return { flag: `--${[...above, long].join('-')}`, env: env?.startsWith('@') ? `${prefix}_${env.slice(1)}` : env };
}
