/** The view of what went wrong in a job log: a tree, so that the keyboard and screen readers get everywhere. */
import {
  commands,
  type DataTransfer,
  Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { showCurePreviews } from './cure';
import { type Entry, entriesOf, invitation, type ShownExplanation, type ShownLog } from './job-log-entries';
import { JOB_LOG_ACT, JOB_LOG_CONTEXT, JOB_LOG_VIEW } from './names';

export class JobLogView implements TreeDataProvider<Entry>, Disposable {
  readonly id = JOB_LOG_VIEW;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private entries: readonly Entry[];
  private readonly tree: TreeView<Entry>;
  private readonly registered: Disposable;

  /** `explain`: what is dropped on the view; without it the user says where the log is. */
  constructor(explain: (log?: ShownLog | Uri) => unknown) {
    this.entries = invitation(explain);
    this.tree = window.createTreeView(this.id, { treeDataProvider: this, dragAndDropController: dropOf(explain) });
    this.registered = Disposable.from(
      this.tree,
      commands.registerCommand(JOB_LOG_ACT, (entry: Entry) => entry.act?.()),
      showCurePreviews(),
      this.changed,
    );
    void commands.executeCommand('setContext', JOB_LOG_CONTEXT, true);
  }

  /** Shows an explanation and goes to its first row: a screen reader says the cause at once, and arrow keys go on from there. */
  async show(explanation: ShownExplanation): Promise<void> {
    this.entries = entriesOf(explanation);
    this.changed.fire(undefined);
    await commands.executeCommand(`${this.id}.focus`);
    const [first] = this.entries;
    if (first) await this.tree.reveal(first, { focus: true });
  }

  /** VS Code asks it of what is revealed, which are first rows alone. */
  getParent(): undefined {
    return undefined;
  }

  getChildren(entry?: Entry): Entry[] {
    return [...(entry ? (entry.children ?? []) : this.entries)];
  }

  getTreeItem(entry: Entry): TreeItem {
    const { label, spoken = label, icon, tooltip = label, children } = entry;
    const item = new TreeItem(label, children ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: spoken };
    if (icon) item.iconPath = new ThemeIcon(icon);
    if (entry.act) item.command = { command: JOB_LOG_ACT, title: label, arguments: [entry] };
    return item;
  }

  dispose(): void {
    this.registered.dispose();
  }
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
