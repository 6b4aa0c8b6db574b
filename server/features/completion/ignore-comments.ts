/** `# gitlab-runner: ignore`, `…: ignore=CODE` and `…: version=16.6`, the only comments that mean something. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { CommentPlace } from '../../meaning/locate';
import { parseVersion, type Releases, type Version } from '../../schema/version';
import { allCodes, factsOf } from '../../text/code';
import { type Message, message } from '../../text/message';
import { CompletionItemKind } from '../kinds';
import { completionItem, type Query } from './query';

const DIRECTIVE = /^#+\s*gitlab-runner:\s*([\w=.-]*)$/;

/** The items in a comment: none but behind `gitlab-runner:`. */
export function commentItems(query: Query, { comment }: CommentPlace): CompletionItem[] {
  const { document, offset, context } = query;
  const typed = DIRECTIVE.exec(document.text.slice(comment.start, offset))?.[1];
  if (typed === undefined) return [];
  const word = /^[\w=.-]*/.exec(document.text.slice(offset, comment.end))?.[0] ?? '';
  const start = offset - typed.length;
  const space = document.text.charAt(start - 1) === ':' ? ' ' : '';
  const slot = { start, end: offset + word.length, suffix: '', edits: [] };
  const offer = (text: string, sort: string, detail: Message) =>
    completionItem(query, slot, {
      label: text,
      kind: CompletionItemKind.Keyword,
      snippet: space + text,
      sort,
      filter: text,
      detail,
    });
  const codes = allCodes.filter((code) => factsOf(code).canBeIgnored);
  const { newestVersion, releases } = context.schema;
  const versions = newestVersions(newestVersion, releases);
  return [
    offer('ignore', '0', message('completion.ignore')),
    ...codes.map((code) => offer(`ignore=${code}`, `1${code}`, message('completion.ignore.code', { code }))),
    ...versions.map((version, index) =>
      offer(`version=${version}`, `2${String(index).padStart(2, '0')}`, message('completion.version')),
    ),
  ];
}

/** The newest minor version, and those that the oldest supported runners may be of: of this major version and two before. */
function newestVersions(newest: string, releases: Releases): string[] {
  const { major, minor } = parseVersion(newest) as Version;
  return [major, major - 1, major - 2].flatMap((of) => {
    const last = of === major ? minor : (releases[of] ?? -1);
    return Array.from({ length: last + 1 }, (_, index) => `${of}.${last - index}`);
  });
}
