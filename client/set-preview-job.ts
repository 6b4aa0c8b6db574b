/** *Set the Job of the Preview*: its image, services and variables, or all that a job of a pipeline in the workspace says. */
import { type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { JobSettings } from '../protocol/preview';
import { jobOfPipeline, servicesLine, withImage, withServices, withVariable } from './job-settings';
import { t } from './l10n';
import { jobsIn } from './pipeline-jobs';
import type { PreviewDocuments } from './preview-documents';
import { previewedDocument } from './preview-job';
import type { ServerSession } from './server-session';

/** An entry of the list; `change` gives the job as it is then, undefined where the user gave up. */
interface Item extends QuickPickItem {
  /** Nothing is left to be changed afterwards. */
  readonly isAll?: boolean;
  change?(job: JobSettings): PromiseLike<JobSettings | undefined>;
}

const PIPELINES = '**/{.gitlab-ci.yml,*.gitlab-ci.yml}';
const MOST_PIPELINES = 20;

/** Lets the user change the job until it is as wanted; the previews of the file follow at once. */
export async function setPreviewJob(session: ServerSession, previews: PreviewDocuments): Promise<void> {
  const document = await previewedDocument(previews);
  if (!document) {
    void window.showInformationMessage(t('Open a configuration or a preview first.'));
    return;
  }
  const file = document.uri.toString();
  const ofPipelines = await pipelineItems(session);
  for (;;) {
    const job = previews.jobOf(file);
    const picked = await window.showQuickPick([...ownItems(job), ...ofPipelines], {
      title: t('Set the Job of the Preview'),
      placeHolder: t('What does the job say?'),
      matchOnDescription: true,
    });
    const changed = await picked?.change?.(job);
    if (!picked || !changed) return;
    await previews.setJob(file, changed);
    if (picked.isAll) return;
  }
}

function ownItems(job: JobSettings): Item[] {
  const { image = '', services, variables = {} } = job;
  return [
    {
      label: t('Image'),
      description: image,
      change: () =>
        typed(t('Image of the job'), image, t('For example alpine:3.22; empty: the job names none.'), withImage, job),
    },
    {
      label: t('Services'),
      description: servicesLine(services),
      change: () =>
        typed(
          t('Services of the job'),
          servicesLine(services),
          t('Names of images with commas between them; with an alias: docker:dind as docker.'),
          withServices,
          job,
        ),
    },
    ...Object.entries(variables).map(([name, value]) => ({
      label: name,
      description: value,
      change: () => variable(job, name, `${name}=${value}`),
    })),
    { label: t('Add a variable…'), change: () => variable(job, undefined, '') },
    { label: t('An ordinary job'), description: t('Forget what was set.'), isAll: true, change: async () => ({}) },
  ];
}

function variable(job: JobSettings, before: string | undefined, value: string) {
  const change = (from: JobSettings, text: string) => withVariable(from, before, text);
  return typed(t('Variable of the job'), value, t('NAME=value; empty: there is none.'), change, job);
}

async function typed(
  title: string,
  value: string,
  prompt: string,
  change: (job: JobSettings, text: string) => JobSettings,
  job: JobSettings,
): Promise<JobSettings | undefined> {
  const text = await window.showInputBox({ title, value, prompt });
  return text === undefined ? undefined : change(job, text);
}

/** The jobs of the pipelines in the workspace. */
async function pipelineItems(session: ServerSession): Promise<Item[]> {
  const files = await workspace.findFiles(PIPELINES, '**/node_modules/**', MOST_PIPELINES);
  const found = await Promise.all(files.map(async (file) => ({ file, jobs: await jobsIn(session, file) })));
  return found.flatMap(({ file, jobs }) =>
    jobs.length === 0
      ? []
      : [
          { label: workspace.asRelativePath(file), kind: QuickPickItemKind.Separator },
          ...jobs.map((job) => ({
            label: job.name,
            description: [job.image ?? '', servicesLine(job.services)].filter(Boolean).join(' + '),
            ...detailOf(job.tags, job.unread),
            isAll: true,
            change: async () => jobOfPipeline(job, file.toString()),
          })),
        ],
  );
}

/** What the preview does not go by, and what it would have to go by. */
function detailOf(tags: readonly string[] = [], unread: readonly string[] = []): { readonly detail?: string } {
  const parts = [
    ...(tags.length > 0 ? [t('Tags: {tags}', { tags: tags.join(', ') })] : []),
    ...(unread.length > 0 ? [t('Not read: {places}', { places: unread.join(', ') })] : []),
  ];
  return parts.length > 0 ? { detail: parts.join(' · ') } : {};
}
