import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { takePictures, takeReadmePicture } from './pictures';
import { open } from './stage';
import type { Workbench } from './workbench';

const file = 'gitlab-runner/config.toml';

const CONFIGURATION = `concurrent = 4

[[runners]]
  name = "pods"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0006"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.22"
    cpu_limit = ‸"2"
    memory_limit = "4Gi"
`;

test('preview: what a job gets, beside the file, with the lines that the key at the cursor makes', async () => {
  const size = { width: 1280, height: 640 };
  const workbench = await open({ file, files: { [file]: CONFIGURATION }, size });
  await workbench.served();
  await workbench.seen('.part.editor .codelens-decoration', 'Preview Job');
  await workbench.run('GitLab Runner Config: Preview Job');
  await workbench.shows((text) => text.includes('kind: Pod'), 'the pod');
  // Who moves the cursor is shown what the key there makes.
  await workbench.press('ArrowUp');
  await workbench.press('ArrowDown');
  await workbench.shows((text) => text.includes('cpu: "2"'), 'the limit in the preview');
  // The bar of a marked line.
  await workbench.seen('.part.editor .view-overlays [class*="ced-"]');
  await takePictures(workbench, 'preview');
  await takeReadmePicture(workbench, 'preview');

  await workbench.press('Delete');
  await workbench.press('Delete');
  await workbench.type('"x');
  await workbench.shows((text) => text.includes('# The job fails:'), 'how the job fails');
  await takePictures(workbench, 'preview-failure');
  await workbench.run('GitLab Runner Config: Compare Preview with Saved');
  await workbench.seen('.part.editor .monaco-diff-editor');
  await workbench.settle();
  await takePictures(workbench, 'preview-comparison');
  await workbench.close();
});

test('preview: a hover by the keyboard says where a line comes from, and its link leads there', async () => {
  const workbench = await open({ file, files: { [file]: CONFIGURATION }, size: { width: 1280, height: 640 } });
  await workbench.served();
  await workbench.run('GitLab Runner Config: Preview Job');
  await workbench.shows((text) => text.includes('kind: Pod'), 'the pod');
  const hover = '.monaco-hover:not(.hidden) .hover-contents';
  await workbench.insist(async () => {
    // From the configuration to the preview, and to the first line with that text.
    await workbench.press('Control+2');
    await workbench.press('Control+Home');
    await workbench.press('Control+f');
    await workbench.type('memory: "4Gi"');
    await workbench.press('Enter');
    await workbench.press('Escape');
    await workbench.press('Control+k');
    await workbench.press('Control+i');
    await workbench.see(hover, 'runners.kubernetes.memory_limit').waitFor({ timeout: 5_000 });
  });
  await takePictures(workbench, 'preview-hover', ['light']);
  await workbench.see(`${hover} a`, 'Go to line 12').click();
  // The place is selected in the configuration.
  await workbench.seen('.part.statusbar .statusbar-item', /Ln 12,.*selected/);
  await workbench.close();
});

/** The texts of the lines beside which a bar is. */
function marked({ page }: Workbench): Promise<string[]> {
  return page.locator('.part.editor .editor-instance').evaluateAll((editors) =>
    editors.flatMap((editor) => {
      const tops = [...editor.querySelectorAll('.view-overlays [class*="ced-"]')].map(
        (bar) => bar.getBoundingClientRect().top,
      );
      return [...editor.querySelectorAll('.view-line')]
        .filter((line) => tops.some((top) => Math.abs(top - line.getBoundingClientRect().top) < 2))
        .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ').trim());
    }),
  );
}

const IN_YAML = `gitlabUrl: https://gitlab.example.com
runners:
  config: |
${CONFIGURATION.replaceAll(/^(?=.)/gm, '    ')}`;

for (const { name, language, text } of [
  { name: file, language: 'TOML', text: CONFIGURATION },
  { name: 'values.yaml', language: 'YAML', text: IN_YAML },
]) {
  test(`preview: the key at the cursor marks what it makes, in ${language}`, async () => {
    const size = { width: 1280, height: 640 };
    const workbench = await open({ file: name, files: { [name]: text }, size });
    await workbench.served();
    await workbench.run('GitLab Runner Config: Preview Job');
    await workbench.shows((shown) => shown.includes('kind: Pod'), 'the pod');
    await workbench.press('ArrowDown');
    await workbench.insist(async () => {
      await workbench.settle();
      assert.ok(
        (await marked(workbench)).some((each) => each.startsWith('memory: ')),
        String(await marked(workbench)),
      );
    });
    await workbench.press('ArrowUp');
    await workbench.insist(async () => {
      await workbench.settle();
      const lines = await marked(workbench);
      assert.ok(lines.length > 0 && lines.every((each) => each === 'cpu: "2"'), lines.join('\n'));
    });
    await workbench.close();
  });
}

test('preview: the runner itself with its defaults, and the list that changes the job', async () => {
  const pipeline = 'unit:\n  image: ruby:3.4\n  services: [postgres:17]\n  script: [rake]\n';
  const files = { [file]: CONFIGURATION, '.gitlab-ci.yml': pipeline };
  const workbench = await open({ file, files, size: { width: 1280, height: 640 } });
  await workbench.served();
  await workbench.run('GitLab Runner Config: Show Effective Configuration');
  await workbench.shows((text) => text.includes('# default'), 'the defaults');
  await takePictures(workbench, 'effective-configuration');
  await workbench.run('GitLab Runner Config: Preview Job');
  await workbench.shows((text) => text.includes('kind: Pod'), 'the pod');
  await workbench.run('GitLab Runner Config: Set the Job of the Preview');
  await workbench.seen('.quick-input-list .monaco-list-row', 'unit');
  await takePictures(workbench, 'preview-job');
  await workbench.type('unit');
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('# Image of the job: `ruby:3.4`'), 'the job of the pipeline');

  // Somebody changes the pipeline. Who reads the preview stays where he is in it, wherever the cursor is.
  writeFileSync(join(workbench.folder, '.gitlab-ci.yml'), pipeline.replace('3.4', '3.5'));
  await workbench.shows((text) => text.includes('# Image of the job: `ruby:3.5`'), 'what it became');
  await workbench.close();
});

test('preview: the week of an autoscaler, as a picture with a table', async () => {
  const policies = [
    '[[runners]]\n  name = "fleet"\n  url = "https://gitlab.example.com"\n  token = "glrt-EXAMPLE_TOKEN_0007"',
    '  executor = "instance"\n  [runners.autoscaler]\n    plugin = "aws"\n    max_instances = 20',
    '    [[runners.autoscaler.policy]]\n      idle_count = 1\n      idle_time = "10m"',
    '    [[runners.autoscaler.policy]]\n      idle_count = 8\n      timezone = "Europe/Berlin"',
    '      periods = ["30-59 7 * * mon-fri", "* 8-17 * * mon-fri"]\n',
  ];
  const workbench = await open({ file, files: { [file]: policies.join('\n') }, size: { width: 1280, height: 640 } });
  await workbench.served();
  await workbench.run('GitLab Runner Config: Show the Schedule of the Autoscaler');
  const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await page.locator('td', { hasText: '07:30–18:00' }).first().waitFor();
  await takePictures(workbench, 'schedule');
  await workbench.close();
});
