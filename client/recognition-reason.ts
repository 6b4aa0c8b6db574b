/** The words for what a document was recognised by. */
import type { Reason } from '../server/containers/toml-file/recognition';
import type { Translate } from './translate';

/** A sentence that says why a file is, or is not, a GitLab Runner configuration. */
export function reasonText(t: Translate, reason: Reason): string {
  switch (reason.id) {
    case 'path':
      return t('The path of the file ends in {path}.', { path: reason.path });
    case 'language':
      return t('The language of the file is GitLab Runner Config.');
    case 'table':
      return t('The file has a {header} table.', { header: reason.header });
    case 'runners-with-executor':
      return t('The file has runners with an executor.');
    case 'globals':
      return t('The file has {first} and {second}.', { first: reason.names[0], second: reason.names[1] });
    case 'may-hold':
      return t('The file can hold a runner configuration.');
    case 'template-of-other':
      return t('The file is a template of something else.');
    case 'nothing':
      return t('Nothing in the path or the text of the file belongs to GitLab Runner.');
  }
}
