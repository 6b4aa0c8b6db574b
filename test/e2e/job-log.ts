import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

const ROW = '.part.panel .monaco-list-row';

const CONFIGURATION = `concurrent = 4

[[runners]]
  name = "k8s"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0006"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.22"
`;

const LOG =
  'ERROR: Preparation failed: getting Kubernetes config: invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable';

test('job log: from a failed job to the line that cures it, and back by one undo', async () => {
  const file = 'gitlab-runner/config.toml';
  const workbench = await open({ file, files: { [file]: CONFIGURATION, 'job.log': LOG } });
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
