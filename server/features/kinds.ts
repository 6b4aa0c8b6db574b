/**
 * The numbers and words that the protocol has for kinds of things. The package that names them is one piece to the bundler, 22 kB in each
 * bundle that uses a single number of it; its types see to it that these are the same.
 */
import type * as protocol from 'vscode-languageserver-types';

type Some<All, Names extends keyof All> = Readonly<Pick<All, Names>>;

export const CodeActionKind: Some<typeof protocol.CodeActionKind, 'QuickFix' | 'SourceFixAll'> = {
  QuickFix: 'quickfix',
  SourceFixAll: 'source.fixAll',
};

export type CompletionItemKind = protocol.CompletionItemKind;
export const CompletionItemKind: Some<
  typeof protocol.CompletionItemKind,
  'Module' | 'Property' | 'Value' | 'Keyword' | 'EnumMember' | 'Constant' | 'Struct'
> = { Module: 9, Property: 10, Value: 12, Keyword: 14, EnumMember: 20, Constant: 21, Struct: 22 };

export const CompletionItemTag: Some<typeof protocol.CompletionItemTag, 'Deprecated'> = { Deprecated: 1 };

export type DiagnosticSeverity = protocol.DiagnosticSeverity;
export const DiagnosticSeverity: Some<
  typeof protocol.DiagnosticSeverity,
  'Error' | 'Warning' | 'Information' | 'Hint'
> = { Error: 1, Warning: 2, Information: 3, Hint: 4 };

export const DiagnosticTag: Some<typeof protocol.DiagnosticTag, 'Unnecessary' | 'Deprecated'> = {
  Unnecessary: 1,
  Deprecated: 2,
};

export const DocumentHighlightKind: Some<typeof protocol.DocumentHighlightKind, 'Text' | 'Write'> = {
  Text: 1,
  Write: 3,
};

export type FoldingRangeKind = protocol.FoldingRangeKind;
export const FoldingRangeKind: Some<typeof protocol.FoldingRangeKind, 'Comment'> = { Comment: 'comment' };

export const InsertTextFormat: Some<typeof protocol.InsertTextFormat, 'PlainText' | 'Snippet'> = {
  PlainText: 1,
  Snippet: 2,
};

export const InsertTextMode: Some<typeof protocol.InsertTextMode, 'asIs'> = { asIs: 1 };

export const MarkupKind: Some<typeof protocol.MarkupKind, 'Markdown'> = { Markdown: 'markdown' };

export type SymbolKind = protocol.SymbolKind;
export const SymbolKind: Some<
  typeof protocol.SymbolKind,
  'Namespace' | 'Class' | 'Property' | 'String' | 'Number' | 'Boolean' | 'Array' | 'Object'
> = { Namespace: 3, Class: 5, Property: 7, String: 15, Number: 16, Boolean: 17, Array: 18, Object: 19 };
