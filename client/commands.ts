import { commands, Disposable, type LogOutputChannel, Uri } from 'vscode';
import { chooseRecognition } from './choose-recognition';
import { compareWithHead, compareWithSaved, compareWithVersion } from './compare-preview';
import { extractConfiguration } from './extract-configuration';
import { formatConfigurations } from './format-configurations';
import { insertIntoValues } from './insert-into-values';
import { openManual } from './manual';
import { COMMANDS } from './names';
import { newConfiguration } from './new-configuration';
import { previewJob, showEffectiveConfiguration } from './preview-job';
import type { RecognisedDocuments } from './recognised-documents';
import { showSchedule } from './schedule-page';
import type { ServerSession } from './server-session';
import { setPreviewJob } from './set-preview-job';
import { showDocumentation } from './show-documentation';
import type { Views } from './views';

/** Registers every command of the manifest. */
export function registerCommands(
  session: ServerSession,
  documents: RecognisedDocuments,
  views: () => Views,
  output: LogOutputChannel,
  extension: Uri,
): Disposable {
  const handlers: Record<keyof typeof COMMANDS, (...passed: unknown[]) => unknown> = {
    newConfiguration: () => newConfiguration(extension),
    extractConfiguration: () => extractConfiguration(session),
    insertIntoValues: () => insertIntoValues(documents),
    formatConfigurations: () => formatConfigurations(session),
    showDocumentation: () => showDocumentation(session),
    previewJob: (file, runner) => previewJob(session, views().previews, file, runner),
    setPreviewJob: () => setPreviewJob(session, views().previews),
    comparePreviewWithSaved: () => compareWithSaved(session, views().previews),
    comparePreviewWithHead: () => compareWithHead(session, views().previews),
    comparePreviewWithVersion: () => compareWithVersion(session, views().previews),
    explainJobLog: (file) => views().explain(file instanceof Uri ? file : undefined),
    showEffectiveConfiguration: () => showEffectiveConfiguration(session, views().previews),
    showSchedule: () => showSchedule(session, views().previews),
    openManual: (name) => openManual(extension, name),
    checkWorkspace: () => views().checks.run(),
    chooseRecognition: () => chooseRecognition(documents),
    restartServer: () => session.restart(),
    showOutput: () => output.show(),
  };
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return Disposable.from(...names.map((name) => commands.registerCommand(COMMANDS[name], handlers[name])));
}
