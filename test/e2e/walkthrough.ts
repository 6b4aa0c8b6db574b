import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takePictures } from './pictures';
import { open } from './stage';
import type { Workbench } from './workbench';

const STEP = '.gettingStartedContainer .step-title';

async function openWalkthrough(workbench: Workbench): Promise<void> {
  const title = 'Get Started with GitLab Runner Config';
  await workbench.pick(() => workbench.run('Welcome: Open Walkthrough'), title);
}

test('walkthrough: three steps with their texts, and a step done is ticked', async () => {
  const workbench = await open({});
  await openWalkthrough(workbench);
  await workbench.seen(STEP, 'Open a configuration');
  assert.deepEqual(await workbench.page.locator(STEP).allTextContents(), [
    'Open a configuration',
    'Write it with help',
    'Make it fit your set-up',
  ]);
  for (const [step, text] of [
    ['Open a configuration', 'by what is in it'],
    ['Write it with help', 'the misspelled key is underlined'],
    ['Make it fit your set-up', 'gitlabRunnerConfig.runnerVersion'],
  ] as const) {
    await workbench.see(STEP, step).click();
    const shown = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('body');
    await shown.filter({ hasText: text }).waitFor();
    await takePictures(workbench, `walkthrough-${step.split(' ')[0]?.toLowerCase()}`);
  }

  await workbench.see(STEP, 'Open a configuration').click();
  const button = workbench.see('.gettingStartedContainer .monaco-button', 'New Configuration');
  await workbench.newConfiguration(() => button.click());
  await openWalkthrough(workbench);
  await workbench.seen('.gettingStartedContainer .getting-started-step .complete');
  await workbench.close();
});
