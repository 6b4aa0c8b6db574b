/** The view of what went wrong in a job log: a tree, so that the keyboard and screen readers get everywhere. */
import {
  commands,
  type DataTransfer,
  Disposable,
  EventEmitter,
  env,
  Selection,
  type TextDocument,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { CuresResult, ExplainedCure, ExplainedError, ExplanationResult } from '../protocol/explanation';
import { sameCure } from './complaints';
import { applyCure, previewCure, showCurePreviews } from './cure';
import { t } from './l10n';
import { JOB_LOG_ACT, JOB_LOG_CONTEXT, JOB_LOG_VIEW } from './names';
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

/** A line of the tree, what is below it, and what a click does. */
interface Entry {
  readonly label: string;
  readonly icon?: string;
  readonly tooltip?: string;
  readonly children?: readonly Entry[];
  act?(): unknown;
}

export class JobLogView implements TreeDataProvider<Entry>, Disposable {
  readonly id = JOB_LOG_VIEW;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private entries: readonly Entry[];
  private readonly registered: Disposable;

  /** `explain`: what is dropped on the view; without it the user says where the log is. */
  constructor(explain: (log?: ShownLog | Uri) => unknown) {
    this.entries = invitation(explain);
    this.registered = Disposable.from(
      window.createTreeView(this.id, { treeDataProvider: this, dragAndDropController: dropOf(explain) }),
      commands.registerCommand(JOB_LOG_ACT, (entry: Entry) => entry.act?.()),
      showCurePreviews(),
      this.changed,
    );
    void commands.executeCommand('setContext', JOB_LOG_CONTEXT, true);
  }

  show(explanation: ShownExplanation): void {
    this.entries = entriesOf(explanation);
    this.changed.fire(undefined);
  }

  getChildren(entry?: Entry): Entry[] {
    return [...(entry ? (entry.children ?? []) : this.entries)];
  }

  getTreeItem(entry: Entry): TreeItem {
    const { label, icon, tooltip = label, children } = entry;
    const item = new TreeItem(label, children ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
    item.tooltip = tooltip;
    if (icon) item.iconPath = new ThemeIcon(icon);
    if (entry.act) item.command = { command: JOB_LOG_ACT, title: label, arguments: [entry] };
    return item;
  }

  dispose(): void {
    this.registered.dispose();
  }
}

/** A view without items shows its welcome in place of the tree, and VS Code lets nothing be dropped there: so there is always an item. */
function invitation(explain: () => unknown): Entry[] {
  return [{ label: t('Drop a job log here, or choose one…'), icon: 'pulse', act: explain }];
}

/** A file of the workspace, one of another program, or text that was dragged out of another window. */
function dropOf(explain: (log: ShownLog | Uri) => unknown): TreeDragAndDropController<Entry> {
  return {
    dropMimeTypes: ['text/uri-list', 'files', 'text/plain'],
    dragMimeTypes: [],
    async handleDrop(_target, dropped) {
      const log = await droppedLog(dropped);
      if (log) await explain(log);
    },
  };
}

/** The first of several; text is asked for last, since a file comes with its path as text. */
async function droppedLog(dropped: DataTransfer): Promise<ShownLog | Uri | undefined> {
  const [first] = (await dropped.get('text/uri-list')?.asString())?.split(/\r?\n/) ?? [];
  if (first) return Uri.parse(first, true);
  for (const [, item] of dropped) {
    const file = item.asFile();
    // In the browser a file of the machine has no address.
    if (file) return file.uri ?? { text: new TextDecoder().decode(await file.data()), firstLine: 0 };
  }
  const text = await dropped.get('text/plain')?.asString();
  return text ? { text, firstLine: 0 } : undefined;
}

function entriesOf(explanation: ShownExplanation): Entry[] {
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
  const { message, outside, commands: lines, cures } = error;
  return {
    label: message,
    icon: 'error',
    children: [
      lineEntry(error, explanation.log),
      ...cures.map((cure) => cureEntry(error, cure, explanation)),
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
  return {
    label,
    icon: 'output',
    ...(uri && {
      act: () => window.showTextDocument(uri, { selection: new Selection(number, 0, number, 0), preview: true }),
    }),
  };
}

/** What to write into the configuration, to be looked at and to be written. */
function cureEntry(error: ExplainedError, cure: ExplainedCure, { configuration, curesNow }: ShownExplanation): Entry {
  const isOfSeveral = error.cures.some(({ runner }) => runner.index !== cure.runner.index);
  const label = [...(isOfSeveral ? [runnerName(t, cure.runner)] : []), ...cure.lines].join('  ');
  if (!configuration) return { label, icon: 'lightbulb' };
  // The file may have changed since: what is written is what is right now.
  const current = async () => sameCure(await curesNow(error), cure);
  return {
    label,
    tooltip: cure.lines.join('\n'),
    icon: 'lightbulb',
    children: [
      { label: t('Preview the change'), icon: 'diff', act: () => previewCure(configuration, current) },
      { label: t('Apply the change'), icon: 'check', act: () => applyCure(configuration, current) },
    ],
  };
}

/** A command for a terminal; a click copies it. */
function commandEntry(line: string): Entry {
  return {
    label: line,
    tooltip: t('Copy this command'),
    icon: 'copy',
    async act() {
      await env.clipboard.writeText(line);
      void window.setStatusBarMessage(t('The command was copied.'), COPIED_MILLISECONDS);
    },
  };
}

const COPIED_MILLISECONDS = 3000;
