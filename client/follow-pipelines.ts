/** Looks at the job of a preview again when its pipeline was changed, and when the preview is opened: it may be days old. */
import { Disposable, type TextDocument, Uri, workspace } from 'vscode';
import { jobAgain } from './job-settings';
import { jobsIn } from './pipeline-jobs';
import type { PreviewDocuments } from './preview-documents';
import type { ServerSession } from './server-session';

/** What a pipeline includes may have any name. */
const PIPELINES = '**/*.{yml,yaml}';
/** A branch that is checked out changes many files. */
const PAUSE = 300;

/** Begins to. */
export function followPipelines(session: ServerSession, previews: PreviewDocuments): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (file: string) => {
    const { pipeline } = previews.jobOf(file);
    if (pipeline === undefined) return;
    const jobs = await jobsIn(session, Uri.parse(pipeline));
    // The user may have set another one meanwhile.
    const job = jobAgain(previews.jobOf(file), jobs);
    if (job?.pipeline === pipeline) await previews.setJob(file, job);
  };
  const lookAtAll = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = workspace.textDocuments.flatMap(({ uri }) => previews.fileOf(uri) ?? []);
      for (const file of new Set(files)) void look(file);
    }, PAUSE);
  };
  const opened = ({ uri }: TextDocument) => {
    const file = previews.fileOf(uri);
    if (file !== undefined) void look(file);
  };
  const watcher = workspace.createFileSystemWatcher(PIPELINES);
  return Disposable.from(
    watcher,
    watcher.onDidChange(lookAtAll),
    watcher.onDidCreate(lookAtAll),
    watcher.onDidDelete(lookAtAll),
    workspace.onDidOpenTextDocument(opened),
    new Disposable(() => clearTimeout(timer)),
  );
}
