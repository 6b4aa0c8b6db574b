/**
 * The kinds of files that configurations are written into. The server, the command line and the client read this list, and a
 * test holds the manifest against it; how each is read stands in readers.ts, because the client must not carry a parser.
 */
import type { ContainerKind } from './kind';
import { markdown } from './markdown/kind';
import { shell } from './shell/kind';
import { terraform } from './terraform/kind';
import { yaml } from './yaml/kind';

export type { ContainerKind } from './kind';

const kinds = [yaml, markdown, terraform, shell] as const;

export type ContainerId = (typeof kinds)[number]['id'];

export interface KnownContainer extends ContainerKind {
  readonly id: ContainerId;
}

/** Every kind of file that is around configurations. A file of no such kind is one as a whole, or is not ours. */
export const containerKinds: readonly KnownContainer[] = kinds;

/** The kind of a document by its language. */
export function containerOfLanguage(languageId: string): KnownContainer | undefined {
  return containerKinds.find(({ languages }) => languages.includes(languageId));
}

/** The kind of a file by its name, also of a template of one: `values.yaml.gotmpl`; but `values.yaml.md` is a page. */
export function containerOfName(name: string): KnownContainer | undefined {
  const byEnding = (further?: string) => containerKinds.find(({ endings }) => endsIn(name, endings, further));
  return byEnding() ?? byEnding('\\w+');
}

/** Whether a name ends in one of some endings, or, where there are such, in one of them and a further one behind it. */
export function endsIn(name: string, endings: readonly string[], further?: string): boolean {
  const behind = further === undefined ? '' : `(?:\\.(?:${further}))?`;
  return new RegExp(`\\.(?:${endings.join('|')})${behind}$`, 'i').test(name);
}
