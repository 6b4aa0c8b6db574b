/** Names that the code, the manifest and the server share; `test/client/manifest.test.ts` holds them together. */

export { LANGUAGE_ID } from '../server/containers/toml-file/recognition';

/** Prefix of every setting, and the client's id: `vscode-languageclient` looks for `<id>.trace.server`. */
export const SECTION = 'gitlabRunnerConfig';

export const DISPLAY_NAME = 'GitLab Runner Config';

export const COMMANDS = {
  newConfiguration: 'gitlabRunnerConfig.newConfiguration',
  extractConfiguration: 'gitlabRunnerConfig.extractConfiguration',
  insertIntoValues: 'gitlabRunnerConfig.insertIntoValues',
  formatConfigurations: 'gitlabRunnerConfig.formatConfigurations',
  showDocumentation: 'gitlabRunnerConfig.showDocumentation',
  chooseRecognition: 'gitlabRunnerConfig.chooseRecognition',
  restartServer: 'gitlabRunnerConfig.restartServer',
  showOutput: 'gitlabRunnerConfig.showOutput',
} as const;

export const SETTINGS = {
  recognition: 'recognition',
  runnerVersion: 'runnerVersion',
  severity: 'severity',
  formatEnable: 'format.enable',
  markdown: 'markdown',
  traceServer: 'trace.server',
} as const;

/** True while the active editor shows a document that we serve; the manifest's `when` clauses ask for it. */
export const SERVED_CONTEXT = 'gitlabRunnerConfig.served';

/** Server: which documents are ours. `{uri, choice: 'ours' | 'not-ours' | 'automatic'}` */
export const RECOGNITION_NOTIFICATION = 'gitlabRunnerConfig/recognition';

/** Server: the documentation of what is at a position. `{textDocument, position}` gives `{url} | null`. */
export const DOCUMENTATION_REQUEST = 'gitlabRunnerConfig/documentation';

/** Server: the configurations in a document. `{textDocument}` gives `{regions: {range, text, path}[]}`. */
export const REGIONS_REQUEST = 'gitlabRunnerConfig/regions';

/** Server tells: the runners that a document is checked for. `{uri, targets: {version, source}[]}` */
export const TARGET_NOTIFICATION = 'gitlabRunnerConfig/target';
