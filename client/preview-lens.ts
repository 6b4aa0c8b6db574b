/** A lens above each `[[runners]]` that opens the preview of a job. */
import { CodeLens, type CodeLensProvider, type Disposable, EventEmitter, languages, Range, workspace } from 'vscode';
import type { FoundRunner } from '../protocol/preview';
import { SECTION } from '../protocol/settings';
import { CONFIGURATIONS, codeLensesWanted } from './code-lenses';
import { t } from './l10n';
import { COMMANDS } from './names';
import { requestRunners } from './preview-job';
import type { RecognisedDocuments } from './recognised-documents';
import type { ServerSession } from './server-session';

/** Shows the lenses, unless the user has turned them off. */
export function showPreviewLenses(session: ServerSession, documents: RecognisedDocuments): Disposable[] {
  const changed = new EventEmitter<void>();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (!codeLensesWanted(document) || !documents.isServed(document.uri.toString())) return [];
      const runners = await requestRunners(session, document);
      return runners.map((runner) => lensOf(runner, document.uri));
    },
  };
  return [
    changed,
    languages.registerCodeLensProvider(CONFIGURATIONS, provider),
    documents.onDidChange(() => changed.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) changed.fire();
    }),
  ];
}

function lensOf({ index, name, header: { start, end } }: FoundRunner, file: unknown): CodeLens {
  return new CodeLens(new Range(start.line, start.character, end.line, end.character), {
    title: t('Preview Job'),
    tooltip: t('Show what a job gets from this runner'),
    command: COMMANDS.previewJob,
    arguments: [file, { index, ...(name !== undefined && { name }) }],
  });
}
