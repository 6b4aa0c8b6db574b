import { assert } from 'chai';
import { type CodeLens, commands, TabInputTextDiff, type TextDocument, Uri, window, workspace } from 'vscode';
import { closeAll, folder, open, openNew, replace } from '../harness/documents';
import { eventually } from '../harness/eventually';

const TOML = `concurrent = 4

[[runners]]
  name = "pods"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0001"
  executor = "kubernetes"
  [runners.kubernetes]
    image = "alpine:3.22"
    bearer_token = "EXAMPLE_OLD"
`;

const NO_START =
  'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): timed out waiting for pod to start\n';
const UNAUTHORIZED =
  'Preparing the "kubernetes" executor\nERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized\n';

describe('a configuration that a job log complained of', () => {
  afterEach(closeAll);

  it('has a lens where the gap is, which makes the change and is gone with the gap', async () => {
    const { document } = await explained(NO_START);
    const lenses = await lensesOf(document, 2);
    assert.deepEqual(
      lenses.map(({ range }) => document.getText(range)),
      ['[runners.kubernetes]', '[runners.kubernetes]'],
    );
    assert.match(lenses[0]?.command?.title ?? '', /^The job log complained: .+ — apply$/);
    await click(lenses[0]);
    await eventually(() => assert.include(document.getText(), '    poll_timeout = 600\n'));
    await lensesOf(document, 0);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), TOML);
    await lensesOf(document, 2);
  });

  it('makes the change where it belongs by then when somebody types meanwhile', async () => {
    const editor = await explained(NO_START);
    const { document } = editor;
    const [lens] = await lensesOf(document, 2);
    const clicked = click(lens);
    await replace(editor, 'concurrent = 4\n', '# More than four wait.\nconcurrent = 4\n');
    await clicked;
    await eventually(() => assert.include(document.getText(), 'poll_timeout'));
    assert.equal(document.getText().replace('    poll_timeout = 600\n', ''), `# More than four wait.\n${TOML}`);
  });

  it('shows the change first when asked to', async () => {
    const { document } = await explained(NO_START);
    const lenses = await lensesOf(document, 2);
    assert.equal(lenses[1]?.command?.title, 'Preview the change');
    await click(lenses[1]);
    await eventually(() => assert.instanceOf(window.tabGroups.activeTabGroup.activeTab?.input, TabInputTextDiff));
    assert.equal(document.getText(), TOML);
  });

  it('has none any more once the user wrote what only he knows', async () => {
    const editor = await explained(UNAUTHORIZED);
    const { document } = editor;
    const lenses = await lensesOf(document, 2);
    assert.equal(lenses[0] && document.getText(lenses[0].range), 'bearer_token');
    await replace(editor, 'EXAMPLE_OLD', 'EXAMPLE_NEW');
    await lensesOf(document, 0);
  });
});

/** A new configuration, beside which a log was explained. */
async function explained(log: string) {
  const editor = await openNew(folder('job-log'), TOML);
  const { uri } = editor.document;
  const file = Uri.joinPath(uri, '..', 'job.log');
  await workspace.fs.writeFile(file, new TextEncoder().encode(log));
  await eventually(async () => assert.isNotEmpty(await allLenses(editor.document), 'it is served'));
  await commands.executeCommand('gitlabRunnerConfig.explainJobLog', file);
  return open(uri);
}

const allLenses = ({ uri }: TextDocument) =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 9);

/** The lenses of the log, once there are so many. */
function lensesOf(document: TextDocument, count: number): Promise<CodeLens[]> {
  return eventually(async () => {
    const lenses = (await allLenses(document)).filter(({ command }) => command?.title !== 'Preview Job');
    assert.equal(lenses.length, count, lenses.map(({ command }) => command?.title).join());
    return lenses;
  });
}

async function click(lens: CodeLens | undefined): Promise<void> {
  await commands.executeCommand(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? []));
}
