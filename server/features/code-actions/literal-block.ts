import type { CodeAction } from 'vscode-languageserver-types';
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import type { Finding } from '../../meaning/finding';
import { message } from '../../text/message';
import { type SeverityOverrides, toDiagnostic } from '../diagnostics';
import { CodeActionKind } from '../kinds';

/**
 * What is offered for findings in a folded, quoted or plain scalar: to write the configuration as a literal block, where each
 * finding has its own fixes. Nothing where there is no finding, or where no block can stand.
 */
export function literalBlockAction(
  document: ConfigDocument,
  findings: readonly Finding[],
  context: Context,
  overrides: SeverityOverrides,
): CodeAction[] {
  const edits = findings.length > 0 ? document.asLiteralBlock() : [];
  if (edits.length === 0) return [];
  return [
    {
      title: context.say(message('fix.literal-block')),
      kind: CodeActionKind.QuickFix,
      diagnostics: findings.map((finding) =>
        toDiagnostic(document.uri, { finding, range: document.range }, context.say, overrides, context.rulePages),
      ),
      edit: { changes: { [document.uri]: edits } },
    },
  ];
}
