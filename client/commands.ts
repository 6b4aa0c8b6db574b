import { commands, Disposable, type LogOutputChannel, Uri } from 'vscode';
import { chooseRecognition } from './choose-recognition';
import { compareWithHead, compareWithSaved, compareWithVersion } from './compare-preview';
import { extractConfiguration } from './extract-configuration';
import { formatConfigurations } from './format-configurations';
import { insertIntoValues } from './insert-into-values';
import { explainJobLog } from './job-log';
import { showJobLogPlaces } from './job-log-places';
import { JobLogView, type ShownLog } from './job-log-view';
import { openManual } from './manual';
import { COMMANDS } from './names';
import { newConfiguration } from './new-configuration';
import type { PreviewDocuments } from './preview-documents';
import { previewJob, showEffectiveConfiguration } from './preview-job';
import type { RecognisedDocuments } from './recognised-documents';
import { showSchedule } from './schedule-page';
import type { ServerSession } from './server-session';
import { setPreviewJob } from './set-preview-job';
import { showDocumentation } from './show-documentation';
import type { WorkspaceCheck } from './workspace-check';

/** Registers every command of the manifest. */
export function registerCommands(
  session: ServerSession,
  documents: RecognisedDocuments,
  previews: PreviewDocuments,
  checks: WorkspaceCheck,
  output: LogOutputChannel,
  extension: Uri,
): Disposable {
  const jobLog: JobLogView = new JobLogView((log) => explain(log));
  const explain = (log?: ShownLog | Uri) => explainJobLog(session, documents, jobLog, log);
  const handlers: Record<keyof typeof COMMANDS, (...passed: unknown[]) => unknown> = {
    newConfiguration: () => newConfiguration(extension),
    extractConfiguration: () => extractConfiguration(session),
    insertIntoValues: () => insertIntoValues(documents),
    formatConfigurations: () => formatConfigurations(session),
    showDocumentation: () => showDocumentation(session),
    previewJob: (file, runner) => previewJob(session, previews, file, runner),
    setPreviewJob: () => setPreviewJob(session, previews),
    comparePreviewWithSaved: () => compareWithSaved(session, previews),
    comparePreviewWithHead: () => compareWithHead(session, previews),
    comparePreviewWithVersion: () => compareWithVersion(session, previews),
    explainJobLog: (file) => explain(file instanceof Uri ? file : undefined),
    showEffectiveConfiguration: () => showEffectiveConfiguration(session, previews),
    showSchedule: () => showSchedule(session, previews),
    openManual: (name) => openManual(extension, name),
    checkWorkspace: () => checks.run(),
    chooseRecognition: () => chooseRecognition(documents),
    restartServer: () => session.restart(),
    showOutput: () => output.show(),
  };
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return Disposable.from(
    jobLog,
    showJobLogPlaces(session, explain),
    ...names.map((name) => commands.registerCommand(COMMANDS[name], handlers[name])),
  );
}
