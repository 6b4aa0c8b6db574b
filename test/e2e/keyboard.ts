import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';

test('keyboard only: from nothing to a configuration without a problem', async () => {
  const workbench = await open({});
  await workbench.newConfiguration(async () => {
    await workbench.run('GitLab Runner Config: New Configuration');
    await workbench.seen('.quick-input-list .monaco-list-row', 'docker-autoscaler');
    await takePictures(workbench, 'new-configuration');
  });

  // The first placeholder is selected: what is typed takes its place.
  await workbench.type('4');
  await workbench.press('Escape');
  await workbench.press('Control+End');
  await workbench.type('  limi = 2');
  await workbench.press('Escape');
  await workbench.seen('.squiggly-warning');
  await workbench.pressUntil('Alt+F8', '.zone-widget .message', 'limit');
  await takePictures(workbench, 'next-problem');
  await workbench.press('Escape');
  await workbench.pressUntil('Control+.', '.action-widget .monaco-list-row.action', 'limit');
  await workbench.press('Enter');
  await workbench.shows((text) => text.includes('limit = 2'), 'the key `limit`');
  await workbench.page.locator('.squiggly-warning').waitFor({ state: 'detached' });
  await workbench.close();
});
