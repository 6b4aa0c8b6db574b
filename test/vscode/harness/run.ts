/** The entry that VS Code calls: `extensionTestsPath` in the browser, `@vscode/test-electron` on the desktop. */

/** Runs what has been described. VS Code takes a rejection for a failure. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not `mocha.run`, which reads options out of the address of a page.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}
