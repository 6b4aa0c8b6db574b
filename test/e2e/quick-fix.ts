import { test } from 'node:test';
import { takePictures, takeReadmePicture } from './pictures';
import { seedOr } from './seeds';
import { open } from './stage';

const PROBLEM = '.squiggly-error, .squiggly-warning';
const BULB = '.part.editor [class*="codicon-light"], .part.editor [class*="codicon-gutter-light"]';
const FIX = '.action-widget .monaco-list-row.action';

const MISSPELLED = `concurrent = 4

[[runners]]
  name = "docker"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0001"
  executor = "docker"
  [runners.docker]
    image = "alpine:3.20"
    helper_im‸gae = "registry.example.com/gitlab-runner-helper:latest"
`;

test('quick fix: a click on the light bulb and on the fix corrects the key, one undo takes it back', async () => {
  const file = 'gitlab-runner/config.toml';
  const workbench = await open({ file, files: { [file]: MISSPELLED } });
  await workbench.seen(PROBLEM);
  await (await workbench.seen(BULB)).click();
  const fix = await workbench.seen(FIX, /helper_image/);
  await takePictures(workbench, 'light-bulb');
  await fix.click();
  await workbench.shows((text) => text.includes('helper_image ='), 'the corrected key');
  await workbench.page.locator(PROBLEM).waitFor({ state: 'detached' });
  await workbench.savesAs(MISSPELLED.replace('helper_im‸gae', 'helper_image'));

  await workbench.press('Control+z');
  await workbench.shows((text) => text.includes('helper_imgae ='), 'the key as it was');
  await workbench.seen(PROBLEM);
  await workbench.savesAs(MISSPELLED.replace('‸', ''));
  await workbench.close();
});

const VALUES = `gitlab-runner:
  runners:
    config: |
      [[runners]]
        [runners.kubernetes]
        image = "ubuntu:22.04"
        helper_image = "gitlab/gitlab-runner:v16.6.1"
        {{- if .Values.global.minio.enabled }}
        [runners.cache]
          Type = "s3"
        {{ end }}
`;

test('quick fix: in the block of a values.yaml, and nothing else of the file changes', async () => {
  // A comment in Chinese is boxes in the picture of a machine without its letters.
  const values = seedOr('000-helm-values-helper-image.yaml', VALUES).replace(/^ *#.*[\u4e00-\u9fff].*\n/gm, '');
  const misspelled = values.replace('helper_image', 'helper_im‸gae');
  const size = { width: 1280, height: 520 };
  const workbench = await open({ file: 'values.yaml', files: { 'values.yaml': misspelled }, size });
  await workbench.seen(PROBLEM);
  await workbench.pressUntil('Control+.', FIX, /helper_image/);
  await takePictures(workbench, 'yaml-block');
  await takeReadmePicture(workbench, 'yaml-block');
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('helper_image ='), 'the corrected key');
  await workbench.savesAs(values);
  await workbench.press('Control+z');
  await workbench.savesAs(misspelled.replace('‸', ''));
  await workbench.close();
});

const SEVERAL = `[[runners]]
  name = "shell"
  executor = shell
  limit = "2"
  limt = 3‸
`;

test('quick fix: "Fix All" says in the status bar how many it mended, and what is left', async () => {
  const file = 'gitlab-runner/config.toml';
  const workbench = await open({ file, files: { [file]: SEVERAL } });
  await workbench.seen(PROBLEM);
  await workbench.settle();
  await workbench.run('Fix All');
  await workbench.seen('.part.statusbar', '2 mended, 1 left');
  await takePictures(workbench, 'fix-all');
  await workbench.shows((text) => text.includes('executor = "shell"\n  limit = 2'), 'what is safe to mend');
  await workbench.close();
});
