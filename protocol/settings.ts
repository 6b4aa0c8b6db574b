/** The names of the settings, which the manifest declares and which client and server read. */

/** The prefix of every setting, and the client's id: `vscode-languageclient` looks for `<id>.trace.server`. */
export const SECTION = 'gitlabRunnerConfig';

/** Each setting without the prefix. */
export const SETTINGS = {
  recognition: 'recognition',
  runnerVersion: 'runnerVersion',
  severity: 'severity',
  formatEnable: 'format.enable',
  markdown: 'markdown',
  inlayHints: 'inlayHints',
  codeLens: 'codeLens',
  traceServer: 'trace.server',
} as const;

/** The full name of a setting, as a user writes it. */
export function settingName(setting: keyof typeof SETTINGS): string {
  return `${SECTION}.${SETTINGS[setting]}`;
}
