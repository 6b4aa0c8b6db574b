import { test } from 'node:test';
import { takePictures } from './pictures';
import { CURSOR, open } from './stage';

const FILE = 'gitlab-runner/config.toml';
const TEXT = `concurrent = 4

[[runners]]
  name = "k8s"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0006"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    helper_imag = "gitlab/gitlab-runner-helper:x86_64-latest"
    ${CURSOR}
`;

test('Chinese: hover, problem, fix, completion, status and the palette speak it', async () => {
  const workbench = await open({ file: FILE, files: { [FILE]: TEXT }, language: 'zh-cn' });
  const name = workbench.page.locator('.view-line', { hasText: 'namespace' }).getByText('namespace').first();
  await workbench.insist(async () => {
    await workbench.page.mouse.move(0, 0);
    await name.hover();
    await workbench.see('.monaco-hover:not(.hidden)', '命名空间').waitFor({ timeout: 10_000 });
  });
  await takePictures(workbench, 'chinese-hover');
  await workbench.goTo(10, 8);
  await workbench.pressUntil('Control+.', '.action-widget', '改名为 `helper_image`');
  await takePictures(workbench, 'chinese-fix');
  await workbench.press('Escape');
  await workbench.goTo(11, 5);
  await workbench.pressUntil('Control+Space', '.suggest-widget.visible');
  await takePictures(workbench, 'chinese-completion');
  await workbench.press('Escape');
  await workbench.press('F1');
  await workbench.page.keyboard.type('GitLab Runner', { delay: 10 });
  await workbench.seen('.quick-input-list .monaco-list-row', '新建配置');
  await takePictures(workbench, 'chinese-palette');
  await workbench.close();
});
