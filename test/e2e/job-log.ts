import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { CONFIGURATION, FILE, NO_START, ROW, UNAUTHORIZED } from './logs';
import { takePictures } from './pictures';
import { open } from './stage';
import type { Workbench } from './workbench';

const LOG =
  'ERROR: Preparation failed: getting Kubernetes config: invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable';

test('job log: from a failed job to the line that cures it, and back by one undo', async () => {
  const workbench = await open({ file: FILE, files: { [FILE]: CONFIGURATION, 'job.log': LOG } });
  await workbench.served();
  await workbench.pick(() => workbench.press('Control+p'), 'job.log');
  await workbench.shows((text) => text.includes('Preparation failed'), 'the log');
  await workbench.press('Control+a');
  await workbench.run('Explain a Job Log');
  await workbench.seen(ROW, 'nothing tells it where the API server is');
  await workbench.seen(ROW, 'Line 1: ERROR: Preparation failed');
  await workbench.seen(ROW, 'host = "https://');
  await takePictures(workbench, 'job-log');

  await workbench.see(ROW, 'Preview the change').click();
  await workbench.seen('.part.editor .diff-editor, .part.editor .monaco-diff-editor');
  await workbench.see(ROW, 'Apply the change').click();
  await workbench.page.locator('.part.editor .monaco-diff-editor').waitFor({ state: 'hidden' });
  await workbench.shows((text) => text.includes('  host = "https://'), 'the line that cures it');
  // What only the user knows is selected.
  await workbench.seen('.part.editor .snippet-placeholder');
  await workbench.type('k8s.example.com');
  await workbench.shows(
    (text) => text.includes('  host = "https://k8s.example.com:6443"'),
    'the address that was typed',
  );
  await workbench.insist(async () => {
    await workbench.press('Control+z');
    await workbench.shows((text) => !text.includes('host =') && text.includes('"ci"'), 'the file as it was', 2_000);
  });
  await workbench.close();
});

test('job log: the first one is dropped on the view, others on what it shows and below', async () => {
  const files = { [FILE]: CONFIGURATION, 'job.log': LOG, 'other.log': NO_START };
  const workbench = await open({ file: FILE, files });
  await workbench.served();
  await workbench.run('Focus on Job Log View');
  const invitation = await workbench.seen(ROW, 'Drop a job log here');
  // The Explorer was closed.
  await workbench.press('Control+b');
  const inExplorer = (name: string) => workbench.see('.explorer-folders-view .monaco-list-row', name);
  await inExplorer('job.log').dragTo(invitation);
  await workbench.seen(ROW, 'nothing tells it where the API server is');
  await invitation.waitFor({ state: 'hidden' });

  await dropBelow(workbench, inExplorer('other.log'));
  await workbench.seen(ROW, 'poll_timeout = 600');

  await dropFile(workbench, UNAUTHORIZED);
  await workbench.seen(ROW, 'Line 1: ERROR: Job failed (system failure): prepare environment');
  await workbench.close();
});

/** Drags something to where the view has no rows. */
async function dropBelow({ page }: Workbench, dragged: Locator): Promise<void> {
  const list = page.locator('.part.panel .monaco-list').first();
  const { height } = (await list.boundingBox()) ?? { height: 0 };
  await dragged.dragTo(list, { targetPosition: { x: 200, y: height - 4 } });
}

/** Drops a file of the machine, as a browser tells of it. */
async function dropFile(workbench: Workbench, text: string): Promise<void> {
  // In words, since the page has types that the tests have not.
  const dataTransfer = await workbench.page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], 'downloaded.log', { type: 'text/x-log' }));
    return data;
  })()`);
  const row = workbench.see(ROW);
  for (const type of ['dragenter', 'dragover', 'drop']) await row.dispatchEvent(type, { dataTransfer });
}

test('job log: a lens leads from the log to the cause, and one on the configuration to the cure', async () => {
  const workbench = await open({ file: FILE, files: { [FILE]: CONFIGURATION, 'job.log': NO_START } });
  await workbench.served();
  await workbench.pick(() => workbench.press('Control+p'), 'job.log');
  await workbench.see('.part.editor .codelens-decoration a', 'Explain this error').click();
  await workbench.seen(ROW, 'poll_timeout = 600');

  await workbench.pick(() => workbench.press('Control+p'), 'config.toml');
  const lens = workbench.see('.part.editor .codelens-decoration a', 'The job log complained');
  await lens.waitFor();
  await takePictures(workbench, 'job-log-lens');
  await lens.click();
  await workbench.shows((text) => text.includes('    poll_timeout = 600'), 'the line that cures it');
  await lens.waitFor({ state: 'hidden' });
  await workbench.close();
});
