/** What the view of a job log shows of an explanation: its rows, what they do, and how a screen reader says them. */
import { env, Selection, type TextDocument, type Uri, window } from 'vscode';
import type { CuresResult, ExplainedCure, ExplainedError, ExplanationResult } from '../protocol/explanation';
import { sameCure } from './complaints';
import { applyCure, previewCure } from './cure';
import { firstSentence } from './first-sentence';
import { t } from './l10n';
import { runnerName } from './runners';

/** A log, and the document that it is in with the line that it begins at. */
export interface ShownLog {
  readonly text: string;
  readonly uri?: Uri;
  readonly firstLine: number;
}

/** What is shown. `curesNow`: what cures an error in the configuration as it is then. */
export interface ShownExplanation {
  readonly log: ShownLog;
  readonly result: ExplanationResult;
  readonly configuration: TextDocument | undefined;
  curesNow(error: ExplainedError): Promise<CuresResult[number]>;
}

/** A row of the tree, what is below it, and what a click or Enter does. */
export interface Entry {
  readonly label: string;
  readonly icon?: string;
  /** For a screen reader, which sees no icon and no place: what it is, and what Enter does. The label, unless it says more. */
  readonly spoken?: string;
  readonly tooltip?: string;
  readonly children?: readonly Entry[];
  act?(): unknown;
}

/** A view without items shows its welcome in place of the tree, and VS Code lets nothing be dropped there: so there is always an item. */
export function invitation(explain: () => unknown): Entry[] {
  const spoken = t('Choose a job log — Enter asks where it is.');
  return [{ label: t('Drop a job log here, or choose one…'), spoken, icon: 'pulse', act: explain }];
}

/** The causes, the most likely first, each with its line and what cures it; else what is to be said of the log. */
export function entriesOf(explanation: ShownExplanation): Entry[] {
  const { result } = explanation;
  if (result.errors.length > 0) return result.errors.map((error) => entryOf(error, explanation));
  return nothing(explanation);
}

function nothing({ log, result }: ShownExplanation): Entry[] {
  const { verdict, unexplained } = result;
  if (verdict === 'succeeded') return [{ label: t('The job succeeded.'), icon: 'pass' }];
  if (verdict === 'script')
    return [{ label: t('The script of the job failed. There is nothing to change about the runner.'), icon: 'info' }];
  const label = t('Nothing is known of an error in this log.');
  return [{ label, icon: 'question', ...(unexplained && { children: [lineEntry(unexplained, log)] }) }];
}

function entryOf(error: ExplainedError, explanation: ShownExplanation): Entry {
  const { complaint, message, outside, commands: lines, cures, changes = [] } = error;
  const { executor } = complaint.runner;
  // A row is one line, however narrow the view is.
  const [what, why] = firstSentence(message);
  return {
    label: what,
    tooltip: message,
    spoken: t('Cause: {message}', { message: what }),
    icon: 'error',
    children: [
      ...(why === '' ? [] : [{ label: why, icon: 'note' }]),
      lineEntry(error, explanation.log),
      ...(executor ? [{ label: t('This happened with the executor {executor}.', { executor }), icon: 'vm' }] : []),
      ...cures.map((cure) => cureEntry(error, cure, explanation)),
      ...changes.map(changeEntry),
      ...(changes.length > 0
        ? [{ label: t('Open the configuration and explain the log again to have this written.'), icon: 'info' }]
        : []),
      ...(outside === undefined ? [] : [{ label: outside, icon: 'info' }]),
      ...lines.map(commandEntry),
    ],
  };
}

/** The line of the log; a click opens it. */
function lineEntry({ line, text }: { readonly line: number; readonly text: string }, log: ShownLog): Entry {
  const { uri, firstLine } = log;
  const number = firstLine + line;
  const label = t('Line {line}: {text}', { line: number + 1, text });
  if (!uri) return { label, icon: 'output' };
  return {
    label,
    spoken: t('Line {line}: {text} — Enter opens the log there.', { line: number + 1, text }),
    icon: 'output',
    act: () => window.showTextDocument(uri, { selection: new Selection(number, 0, number, 0), preview: true }),
  };
}

function changeEntry(lines: readonly string[]): Entry {
  const label = lines.join('  ');
  const spoken = t('Change of the configuration: {change}', { change: label });
  return { label, tooltip: lines.join('\n'), spoken, icon: 'lightbulb' };
}

/** What to write into the configuration, to be looked at and to be written. */
function cureEntry(error: ExplainedError, cure: ExplainedCure, { configuration, curesNow }: ShownExplanation): Entry {
  const isOfSeveral = error.cures.some(({ runner }) => runner.index !== cure.runner.index);
  const change = changeEntry([...(isOfSeveral ? [runnerName(t, cure.runner)] : []), ...cure.lines]);
  if (!configuration) return change;
  // The file may have changed since: what is written is what is right now.
  const current = async () => sameCure(await curesNow(error), cure);
  return {
    ...change,
    children: [
      {
        label: t('Preview the change'),
        spoken: t('Preview the change — Enter shows it beside the configuration as it is.'),
        icon: 'diff',
        act: () => previewCure(configuration, current),
      },
      {
        label: t('Apply the change'),
        spoken: t('Apply the change — Enter writes it into the configuration.'),
        icon: 'check',
        act: () => applyCure(configuration, current),
      },
    ],
  };
}

/** A command for a terminal; a click copies it. */
function commandEntry(command: string): Entry {
  const said = t('Command: {command} — a click or Enter copies it.', { command });
  return {
    label: command,
    // The row may be too short for it.
    tooltip: said,
    spoken: said,
    icon: 'copy',
    async act() {
      await env.clipboard.writeText(command);
      void window.setStatusBarMessage(t('The command was copied.'), COPIED_MILLISECONDS);
    },
  };
}

const COPIED_MILLISECONDS = 3000;
