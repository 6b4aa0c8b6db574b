// `npm run test:desktop [word …]`: the same suite in a desktop VS Code, which `@vscode/test-electron` downloads (VSCODE_VERSION:
// which one; the newest stable one when it is not set), or in one that is there (VSCODE_EXECUTABLE: its path). Needs a display,
// on Linux `xvfb-run -a`, and the internet for the download.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { prepare, root } from './prepare.mjs';
import { chosenWindows } from './windows.mjs';

const windows = chosenWindows(process.argv.slice(2));
if (windows.length === 0) {
  console.error(`No scenario of test/vscode matches ${process.argv.slice(2).join(' ')}.`);
  process.exit(1);
}

const failed = [];
for (const window of windows) {
  if (window.restricted) {
    console.log(
      `\n*** ${window.name} is NOT run: @vscode/test-electron trusts every workspace. test:vscode runs it. ***\n`,
    );
    continue;
  }
  const { tests, extensions, workspace } = await prepare(window, { page: false });
  // A short path: the sockets that VS Code makes in it must not exceed 103 characters on macOS.
  const data = mkdtempSync(join(tmpdir(), 'vscode-'));
  try {
    await runTests({
      version: process.env.VSCODE_VERSION,
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
      extensionDevelopmentPath: [root, ...extensions],
      extensionTestsPath: tests,
      launchArgs: [workspace, '--disable-extensions', '--user-data-dir', data],
    });
  } catch (error) {
    failed.push(`${window.name}: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
for (const line of failed) console.error(line);
const run = windows.filter(({ restricted }) => !restricted).length;
console.log(`VS Code (desktop): ${run - failed.length} of ${run} windows passed`);
process.exit(failed.length > 0 ? 1 : 0);
