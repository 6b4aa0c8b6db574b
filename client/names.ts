/** Names that the code and the manifest share; `test/client/manifest.test.ts` holds them together. Those of the server are in protocol/. */

export { LANGUAGE_ID } from '../server/containers/toml-file/recognition';

export const DISPLAY_NAME = 'GitLab Runner Config';

export const COMMANDS = {
  newConfiguration: 'gitlabRunnerConfig.newConfiguration',
  extractConfiguration: 'gitlabRunnerConfig.extractConfiguration',
  insertIntoValues: 'gitlabRunnerConfig.insertIntoValues',
  formatConfigurations: 'gitlabRunnerConfig.formatConfigurations',
  showDocumentation: 'gitlabRunnerConfig.showDocumentation',
  previewJob: 'gitlabRunnerConfig.previewJob',
  setPreviewJob: 'gitlabRunnerConfig.setPreviewJob',
  comparePreviewWithSaved: 'gitlabRunnerConfig.comparePreviewWithSaved',
  comparePreviewWithHead: 'gitlabRunnerConfig.comparePreviewWithHead',
  comparePreviewWithVersion: 'gitlabRunnerConfig.comparePreviewWithVersion',
  explainJobLog: 'gitlabRunnerConfig.explainJobLog',
  showEffectiveConfiguration: 'gitlabRunnerConfig.showEffectiveConfiguration',
  showSchedule: 'gitlabRunnerConfig.showSchedule',
  openManual: 'gitlabRunnerConfig.openManual',
  checkWorkspace: 'gitlabRunnerConfig.checkWorkspace',
  chooseRecognition: 'gitlabRunnerConfig.chooseRecognition',
  restartServer: 'gitlabRunnerConfig.restartServer',
  showOutput: 'gitlabRunnerConfig.showOutput',
} as const;

/** True while the active editor shows a document that we serve; the manifest's `when` clauses ask for it. */
export const SERVED_CONTEXT = 'gitlabRunnerConfig.served';

/** The view of what went wrong in a job log, and what is true once there is one: from the first configuration on. */
export const JOB_LOG_VIEW = 'gitlabRunnerConfig.jobLog';
export const JOB_LOG_CONTEXT = 'gitlabRunnerConfig.jobLogShown';
/** Runs what a line of that view does; no command of the palette. */
export const JOB_LOG_ACT = 'gitlabRunnerConfig.jobLogAct';

/** The items of the language's status: what a file was recognised as, and the runner that it is checked for. */
export const STATUS_ITEMS = ['gitlabRunnerConfig.recognition', 'gitlabRunnerConfig.target'] as const;

/** Links of a preview run it. */
export const PREVIEW_ORIGIN = 'gitlabRunnerConfig.showPreviewOrigin';

/** The kind of the page that shows a schedule. */
export const SCHEDULE_VIEW = 'gitlabRunnerConfig.schedule';
