import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures, takeReadmePicture } from './pictures';
import { open } from './stage';

const ROW = '.suggest-widget.visible .monaco-list-row';

const KUBERNETES = `concurrent = 10

[[runners]]
  name = "kubernetes"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0002"
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "gitlab-runner"
    ‸
`;

test('completion: typed letters offer the keys of the table, and Enter writes a whole block', async () => {
  const file = 'gitlab-runner/config.toml';
  const workbench = await open({ file, files: { [file]: KUBERNETES }, size: { width: 1280, height: 620 } });
  await workbench.served();
  await workbench.type('host');
  await workbench.seen(ROW, 'host_aliases');
  const offered = await workbench.page.locator(ROW).evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''));
  assert.deepEqual(
    offered.slice(0, 2).map((label) => label.split(',')[0]),
    ['host', 'host_aliases'],
  );

  await workbench.pressUntil('ArrowDown', `${ROW}.focused`, 'host_aliases');
  // The texts about the key, beside the list.
  const details = await workbench.pressUntil('Control+Space', '.suggest-details-container .body');
  assert.match((await details.textContent()) ?? '', /host_aliases/);
  await takeReadmePicture(workbench, 'completion');
  await takePictures(workbench, 'completion');

  // With another theme the list begins at its first row again.
  if (!(await workbench.see(`${ROW}.focused`, 'host_aliases').isVisible())) {
    await workbench.pressUntil('ArrowDown', `${ROW}.focused`, 'host_aliases');
  }
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('[[runners.kubernetes.host_aliases]]'), 'the header of the block');
  // The placeholders of the block: the address first, then a name.
  await workbench.type('10.0.0.9');
  await workbench.press('Tab');
  await workbench.type('db.example.com');
  await workbench.press('Escape');
  await workbench.press('Escape');
  await workbench.savesAs(
    KUBERNETES.replace(
      '    ‸\n',
      '    [[runners.kubernetes.host_aliases]]\n      ip = "10.0.0.9"\n      hostnames = ["db.example.com"]\n',
    ),
  );
  assert.equal(await workbench.page.locator('.squiggly-error, .squiggly-warning').count(), 0);
  await workbench.close();
});
