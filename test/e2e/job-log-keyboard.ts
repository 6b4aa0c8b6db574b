import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONFIGURATION, explainDocument, FILE, ROW, ROW_AT_KEYBOARD, UNAUTHORIZED } from './logs';
import { takePictures } from './pictures';
import { open } from './stage';
import type { Workbench } from './workbench';

const LOG = `Preparing the "kubernetes" executor\n${UNAUTHORIZED}\n`;
const CAUSE = 'The API server does not accept the token';

test('job log by keyboard alone: over each row, to the line, the change before and after, and a command', async () => {
  const workbench = await open({ file: FILE, files: { [FILE]: CONFIGURATION, 'job.log': LOG } });
  await explainDocument(workbench);
  await workbench.seen(ROW_AT_KEYBOARD, CAUSE);
  await takePictures(workbench, 'job-log-keyboard');

  const wanted = [
    /^The API server does not accept the token/,
    /^Line 2: ERROR: Job failed/,
    /^This happened with the executor kubernetes\.$/,
    /^\[runners\.kubernetes\] {2}bearer_token = /,
    /^Preview the change$/,
    /^Apply the change$/,
    /^Make a new token/,
    /^kubectl create namespace ci$/,
    /^kubectl create serviceaccount /,
    /^kubectl create role /,
    /^kubectl create rolebinding /,
  ];
  for (const [index, row] of wanted.entries()) {
    if (index > 0) await workbench.press('ArrowDown');
    await workbench.seen(ROW_AT_KEYBOARD, row);
  }

  await workbench.press('Enter');
  await workbench.seen('.part.statusbar', 'The command was copied.');
  assert.match(await workbench.page.evaluate('navigator.clipboard.readText()'), /^kubectl create rolebinding /);

  await goTo(workbench, 'Line 2');
  await workbench.press('Enter');
  await workbench.seen('.part.statusbar', 'Ln 2, Col 1');

  await goTo(workbench, 'Preview the change');
  await workbench.press('Enter');
  await workbench.seen('.part.editor .monaco-diff-editor', 'bearer_token');
  await takePictures(workbench, 'job-log-keyboard-preview');

  await goTo(workbench, 'Apply the change');
  await workbench.press('Enter');
  await workbench.page.locator('.part.editor .monaco-diff-editor').waitFor({ state: 'hidden' });
  await workbench.shows((text) => text.includes('    bearer_token = "<new token'), 'the line that cures it');
  // What only the user knows is selected.
  await workbench.seen('.part.editor .snippet-placeholder');
  await workbench.type('EXAMPLE');
  await workbench.shows((text) => text.includes('    bearer_token = "EXAMPLE"'), 'the token that was typed');
  await workbench.close();
});

/** Puts the keyboard into the view, and there on a row: from the top down. */
async function goTo(workbench: Workbench, row: string): Promise<void> {
  await workbench.run('Focus on Job Log View');
  await workbench.press('Home');
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await workbench.see(ROW_AT_KEYBOARD, row).isVisible()) return;
    await workbench.press('ArrowDown');
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`The keyboard never came to the row ${row}.`);
}

const TERMINAL = { 'terminal.integrated.gpuAcceleration': 'off' };
const PRINTED = '.terminal .xterm-rows > div';

/** A window in whose terminal the log was printed. */
async function withTerminal(): Promise<Workbench> {
  const settings = { '.vscode/settings.json': JSON.stringify(TERMINAL) };
  const workbench = await open({ file: FILE, files: { [FILE]: CONFIGURATION, 'job.log': LOG, ...settings } });
  await workbench.seen('.part.editor .codelens-decoration', 'Preview Job');
  await workbench.run('Terminal: Create New Terminal');
  await workbench.seen(PRINTED, /[#$]\s*$/);
  await workbench.type('clear; cat job.log');
  await workbench.press('Enter');
  await workbench.seen(PRINTED, UNAUTHORIZED);
  return workbench;
}

test('job log: a known error in the terminal is a link to its cause', async () => {
  const workbench = await withTerminal();
  const { mouse, keyboard } = workbench.page;
  // What takes the mouse lies over the rows.
  const box = await workbench.see(PRINTED, UNAUTHORIZED).boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + 200, box.y + box.height / 2];
  await workbench.insist(async () => {
    await mouse.move(0, 0);
    await mouse.move(x, y, { steps: 5 });
    await workbench.see('.monaco-hover, .workbench-hover', 'Explain this error').waitFor({ timeout: 10_000 });
  });
  await takePictures(workbench, 'job-log-terminal');
  await workbench.insist(async () => {
    await keyboard.down('Control');
    await mouse.move(x + 5, y, { steps: 5 });
    await mouse.click(x + 5, y);
    await keyboard.up('Control');
    await workbench.see(ROW, CAUSE).waitFor({ timeout: 10_000 });
  });
  await workbench.seen(ROW, `Line 1: ${UNAUTHORIZED}`);
  await workbench.close();
});

test('job log by keyboard alone: what stands in the terminal, and the clipboard is as before', async () => {
  const workbench = await withTerminal();
  await workbench.page.evaluate("navigator.clipboard.writeText('kept')");
  await workbench.run('Explain a Job Log');
  await workbench.seen('.quick-input-list .monaco-list-row', 'The terminal');
  await workbench.type('terminal');
  await workbench.seen('.quick-input-list .monaco-list-row.focused', 'The terminal');
  await workbench.press('Enter');
  await workbench.seen(ROW_AT_KEYBOARD, CAUSE);
  await workbench.seen(ROW, `: ${UNAUTHORIZED}`);
  assert.equal(await workbench.page.evaluate('navigator.clipboard.readText()'), 'kept');
  await workbench.close();
});

test('job log: in a window without a configuration, too', async () => {
  const workbench = await open({ file: 'job.log', files: { 'job.log': LOG } });
  await workbench.run('Explain a Job Log');
  await workbench.seen('.quick-input-list .monaco-list-row.focused', 'This document');
  await workbench.press('Enter');
  await workbench.seen(ROW_AT_KEYBOARD, CAUSE);
  await workbench.seen(ROW, '[runners.kubernetes]  bearer_token = ');
  await workbench.seen(ROW, 'Open the configuration and explain the log again');
  await workbench.seen(ROW, 'kubectl create namespace <namespace>');
  await takePictures(workbench, 'job-log-alone');
  await workbench.close();
});
