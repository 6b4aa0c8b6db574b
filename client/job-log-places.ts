/** Where a job log meets the eye: a link in the terminal at an error that is known, and a lens above the first one in a log that is open. */
import {
  CodeLens,
  type CodeLensProvider,
  Disposable,
  languages,
  type TerminalLink,
  type TerminalLinkProvider,
  type TextDocument,
  window,
} from 'vscode';
import { EXPLANATION_REQUEST, type ExplanationParams, type ExplanationResult } from '../protocol/explanation';
import type { ShownLog } from './job-log-entries';
import { t } from './l10n';
import { COMMANDS } from './names';
import type { ServerSession } from './server-session';

/** The language that VS Code gives to `*.log`. */
const LOG = 'log';
/** Longer logs are explained when the command is run. */
const LONGEST = 2_000_000;
/** What a line of the runner that tells of an error holds; all others are not asked about. */
const TELLS_OF_ERROR = /error|fatal|panic|fail|cannot|could not|denied|refused|warning/i;
/** A log of a job, and not one of something else: the runner introduces itself, or says how the job ended. */
const OF_JOB =
  /Running with gitlab-runner |Preparing the "[\w+-]+" executor|^.{0,80}ERROR: (?:Job failed|Preparation failed)/m;

interface ErrorLink extends TerminalLink {
  readonly log: string;
}

/** Shows both; `explain` opens the view of a log. */
export function showJobLogPlaces(session: ServerSession, explain: (log: ShownLog) => unknown): Disposable {
  return Disposable.from(
    window.registerTerminalLinkProvider(terminalLinks(session, explain)),
    languages.registerCodeLensProvider({ language: LOG }, logLenses(session)),
  );
}

function terminalLinks(session: ServerSession, explain: (log: ShownLog) => unknown): TerminalLinkProvider<ErrorLink> {
  return {
    async provideTerminalLinks({ line }) {
      // The terminal of somebody who has opened no configuration starts no server.
      if (session.state !== 'running' || !TELLS_OF_ERROR.test(line)) return [];
      const [error] = (await explanationOf(session, line))?.errors ?? [];
      if (!error) return [];
      const start = Math.max(line.indexOf(error.text), 0);
      return [{ startIndex: start, length: line.length - start, tooltip: t('Explain this error'), log: line }];
    },
    handleTerminalLink: ({ log }) => {
      void explain({ text: log, firstLine: 0 });
    },
  };
}

function logLenses(session: ServerSession): CodeLensProvider {
  return {
    async provideCodeLenses(document) {
      const text = document.getText();
      if (text.length > LONGEST || !OF_JOB.test(text)) return [];
      const [error] = (await explanationOf(session, text))?.errors ?? [];
      return error ? [lensAt(document, error.line)] : [];
    },
  };
}

function lensAt(document: TextDocument, line: number): CodeLens {
  return new CodeLens(document.lineAt(Math.min(line, document.lineCount - 1)).range, {
    title: t('Explain this error'),
    command: COMMANDS.explainJobLog,
    arguments: [document.uri],
  });
}

/** Undefined when the server does not start, which has been reported. */
async function explanationOf(session: ServerSession, log: string): Promise<ExplanationResult | undefined> {
  const params: ExplanationParams = { log };
  return (await session.ask<ExplanationResult>(EXPLANATION_REQUEST, params).catch(() => undefined)) ?? undefined;
}
