/** `# gitlab-runner: ignore` and `# gitlab-runner: ignore=CODE`, the only comments that mean something. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { rules } from '../../check/rules';
import type { CommentPlace } from '../../locate';
import { completionItem, type Query } from './query';

const DIRECTIVE = /^#+\s*gitlab-runner:\s*([\w=-]*)$/;

/** The items in a comment: none but behind `gitlab-runner:`. */
export function commentItems(query: Query, { comment }: CommentPlace): CompletionItem[] {
  const { document, offset } = query;
  const typed = DIRECTIVE.exec(document.text.slice(comment.start, offset))?.[1];
  if (typed === undefined) return [];
  const word = /^[\w=-]*/.exec(document.text.slice(offset, comment.end))?.[0] ?? '';
  const start = offset - typed.length;
  const space = document.text.charAt(start - 1) === ':' ? ' ' : '';
  const slot = { start, end: offset + word.length, suffix: '', edits: [] };
  const offer = (text: string, sort: string, detail: string) =>
    completionItem(query, slot, {
      label: text,
      kind: CompletionItemKind.Keyword,
      snippet: space + text,
      sort,
      filter: text,
      detail,
    });
  const codes = [...new Set(rules.map((rule) => rule.code))].sort();
  return [
    offer('ignore', '0', 'no diagnostics here'),
    ...codes.map((code) => offer(`ignore=${code}`, `1${code}`, `no ${code} here`)),
  ];
}
