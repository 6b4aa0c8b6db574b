/** Job logs and the configuration that they complain of, and where their explanation is shown. */
import type { Workbench } from './workbench';

/** A row of the view of job logs, and the one that the keyboard is at. */
export const ROW = '.part.panel .monaco-list-row';
export const ROW_AT_KEYBOARD = '.part.panel .monaco-list:focus .monaco-list-row.focused';

export const FILE = 'gitlab-runner/config.toml';

export const CONFIGURATION = `concurrent = 4

[[runners]]
  name = "k8s"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0006"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.22"
`;

export const NO_START =
  'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): timed out waiting for pod to start\n';
export const UNAUTHORIZED =
  'ERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized';

/** Has the document `job.log` explained, by the keyboard alone, until a row of the view is at it. */
export async function explainDocument(workbench: Workbench): Promise<void> {
  await workbench.seen('.part.editor .codelens-decoration', 'Preview Job');
  await workbench.pick(() => workbench.press('Control+p'), 'job.log');
  await workbench.shows((text) => text.includes('Unauthorized'), 'the log');
  await workbench.run('Explain a Job Log');
  await workbench.seen('.quick-input-list .monaco-list-row.focused', 'This document');
  await workbench.press('Enter');
  await workbench.seen(ROW_AT_KEYBOARD);
}
