/** Says of a line of a preview where it comes from, with the way to that place in the file. */
import {
  commands,
  Disposable,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  Range,
  Selection,
  Uri,
  window,
} from 'vscode';
import type { PreviewOrigin } from '../protocol/preview';
import { t } from './l10n';
import { PREVIEW_ORIGIN } from './names';
import { PREVIEW_SCHEME } from './preview-address';
import type { PreviewDocuments } from './preview-documents';

/** Begins to say it. */
export function showOrigins(previews: PreviewDocuments): Disposable {
  const provider: HoverProvider = {
    provideHover(document, { line }) {
      const shown = previews.shownIn(document);
      const origin = shown?.origins[shown.lines[line] ?? -1];
      const file = previews.fileOf(document.uri);
      return origin && file !== undefined ? new Hover(textOf(origin, file), document.lineAt(line).range) : undefined;
    },
  };
  return Disposable.from(
    languages.registerHoverProvider({ scheme: PREVIEW_SCHEME }, provider),
    commands.registerCommand(PREVIEW_ORIGIN, (file: string, range: PreviewOrigin['range']) => goTo(file, range)),
  );
}

function textOf({ said, range }: PreviewOrigin, file: string): MarkdownString {
  const text = new MarkdownString(said);
  if (!range) return text;
  // A link of VS Code would open the file where the preview is.
  text.isTrusted = { enabledCommands: [PREVIEW_ORIGIN] };
  const passed = encodeURIComponent(JSON.stringify([file, range]));
  const label = t('Go to line {line}', { line: range.start.line + 1 });
  return text.appendMarkdown(`\n\n[${label}](command:${PREVIEW_ORIGIN}?${passed})`);
}

async function goTo(file: string, range: PreviewOrigin['range']): Promise<void> {
  if (!range) return;
  const { start, end } = range;
  const selection = new Selection(start.line, start.character, end.line, end.character);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === file);
  const editor = await window.showTextDocument(Uri.parse(file), { selection, viewColumn: shown?.viewColumn });
  editor.revealRange(new Range(selection.start, selection.end));
}
