import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONFIGURATION, explainDocument, FILE, ROW, ROW_AT_KEYBOARD, UNAUTHORIZED } from './logs';
import { takePictures } from './pictures';
import { open } from './stage';
import type { Workbench } from './workbench';

const LOG = `Preparing the "kubernetes" executor\n${UNAUTHORIZED}\n`;
/** So that the view shows all of its rows. */
const size = { width: 1280, height: 1100 };

test('job log: a screen reader hears of each row what it is and what Enter does there', async () => {
  const workbench = await open({ file: FILE, files: { [FILE]: CONFIGURATION, 'job.log': LOG }, size });
  await explainDocument(workbench);
  const tree = workbench.see('.part.panel [role=tree]:focus');
  assert.equal(await tree.getAttribute('aria-label'), 'Job Log');
  const at = await workbench.seen(ROW_AT_KEYBOARD, 'The API server');
  assert.equal(await tree.getAttribute('aria-activedescendant'), await at.getAttribute('id'));
  assert.equal(await at.getAttribute('role'), 'treeitem');

  const spoken = await workbench.page
    .locator(ROW)
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`));
  const [create, account, role, binding, token, ...more] = spoken.slice(7);
  assert.deepEqual(spoken.slice(0, 7), [
    '1 Cause: The API server does not accept the token that the runner sends: it is expired, revoked, or was never a real one.',
    `2 Line 2: ${UNAUTHORIZED} — Enter opens the log there.`,
    '2 This happened with the executor kubernetes.',
    '2 Change of the configuration: [runners.kubernetes]  bearer_token = "<new token of the service account>"',
    '3 Preview the change — Enter shows it beside the configuration as it is.',
    '3 Apply the change — Enter writes it into the configuration.',
    '2 Make a new token for the service account, with a role that may manage pods, secrets and config maps.',
  ]);
  for (const command of [create, account, role, binding, token])
    assert.match(command ?? '', /^2 Command: kubectl create .+ — a click or Enter copies it\.$/);
  assert.deepEqual(more, []);
  await takePictures(workbench, 'job-log-spoken', ['high-contrast', 'high-contrast-light']);
  await workbench.close();
});

const CHINESE: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));
/** Words that Chinese has none for. */
const NAMES = /\b(?:API|Runner|Pod|Secret|ConfigMap|kubernetes)\b/g;
/** What is no language at all: the line of the log, keys and values, commands. */
const CODE = /ERROR: .*|\[runners\..*|kubectl .*/;

test('Chinese: all that is said about a job log, and nothing is cut', async () => {
  const files = { [FILE]: CONFIGURATION, 'job.log': LOG };
  const workbench = await open({ file: FILE, files, language: 'zh-cn', size });
  await workbench.seen('.part.editor .codelens-decoration', CHINESE['Preview Job']);
  await workbench.pick(() => workbench.press('Control+p'), 'job.log');
  await workbench.seen('.part.editor .codelens-decoration', CHINESE['Explain this error']);

  await workbench.run('解读作业日志');
  await workbench.seen('.quick-input-list .monaco-list-row.focused', CHINESE['This document']);
  await speaksChinese(workbench, '.quick-input-title, .quick-input-list .monaco-list-row');
  await takePictures(workbench, 'chinese-job-log-where');
  await workbench.press('Enter');
  await workbench.seen(ROW_AT_KEYBOARD);
  await speaksChinese(workbench, ROW);
  const cut = await workbench.page
    .locator(`${ROW} .monaco-icon-label-container`)
    .evaluateAll((labels) =>
      labels.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
    );
  // A command is longer than a row may be: it is said when one hovers.
  assert.deepEqual(
    cut.filter((text) => !text?.startsWith('kubectl')),
    [],
  );
  await takePictures(workbench, 'chinese-job-log');

  await workbench.see(ROW, 'kubectl create namespace').click();
  await workbench.seen('.part.statusbar', CHINESE['The command was copied.']);
  await workbench.see(ROW, CHINESE['Apply the change']).click();
  await workbench.seen('.part.editor .snippet-placeholder');
  await workbench.see(ROW, CHINESE['Apply the change']).click();
  // VS Code for tests keeps them there without a toast.
  await workbench.run('Notifications: Show Notifications');
  await workbench.seen('.notifications-center', CHINESE['The configuration says this already.']);
  await takePictures(workbench, 'chinese-job-log-notice');
  await workbench.close();
});

/** What is shown, and what is said to a screen reader, is Chinese but for code and names. */
async function speaksChinese({ page }: Workbench, selector: string): Promise<void> {
  const shown = page.locator(selector);
  const labels = await shown.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  // A row of a list keeps, unseen, what was in it before.
  const texts = [...(await shown.allInnerTexts()), ...labels];
  const said = texts.map((text) => text.replaceAll('\u00a0', ' ').replace(CODE, '').replace(NAMES, ''));
  assert.ok(
    said.some((text) => /\p{Script=Han}/u.test(text)),
    texts.join('\n'),
  );
  assert.deepEqual(
    said.filter((text) => /[A-Za-z]{2,}/.test(text)),
    [],
  );
}
