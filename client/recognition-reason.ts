/** The words for what a document was recognised by. */
import type { Reason } from '../server/containers/toml-file/recognition';

/** Ends the sentence "This is (not) a GitLab Runner configuration: …". */
export function reasonText(reason: Reason): string {
  switch (reason.id) {
    case 'path':
      return `its path ends in ${reason.path}`;
    case 'language':
      return 'its language is GitLab Runner Config';
    case 'table':
      return `it has a ${reason.header} table`;
    case 'runners-with-executor':
      return 'it has runners with an executor';
    case 'globals':
      return `it has ${reason.names[0]} and ${reason.names[1]}`;
    case 'may-hold':
      return 'it can hold a runner configuration';
    case 'template-of-other':
      return 'it is a template of something else';
    case 'nothing':
      return 'nothing in its path or its text belongs to GitLab Runner';
  }
}
