/** Headings and the links to them, as Git hosts make them: lower case, letters, digits, `-` and `_` only, spaces to `-`. */
import type { KeySchema } from '../../server/schema/types';

/** The anchor that GitHub, GitLab and VS Code's preview give a heading, as long as no two headings have the same. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
    .replaceAll(' ', '-');
}

/** A key's path as people write it: `runners.docker.services.name`. */
export function pathText({ path }: Pick<KeySchema, 'path'>): string {
  return path.replaceAll('[]', '');
}

/** A link to a key, whose text is its path, or its name alone where the table is clear. */
export function linkTo(key: KeySchema, text = pathText(key)): string {
  return `[\`${text}\`](#${slug(pathText(key))})`;
}

/** Whether a key has a section of its own: tables, but not those whose keys the user chooses. */
export function hasSection({ kind }: KeySchema): boolean {
  return kind === 'table' || kind === 'array-of-tables';
}
