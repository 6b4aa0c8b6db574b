import { assert } from 'chai';
import { Uri } from 'vscode';
import { closeAll, folder, open, openNew, problemsBecome } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';
import { ours } from '../harness/extension';
import { actualHost, wantedHost } from '../harness/host';
import { print } from '../harness/line-reporter';
import { activationCost } from './cost';
import { watchHeavyParts } from './heavy-parts';

declare const SLACK: number;

/** Milliseconds that loading and running `activate` may take of the extension host, which all extensions share. */
const ACTIVATION_LIMIT = 60;

describe('activation', () => {
  after(closeAll);

  const openFile = (path: string) => open(Uri.joinPath(folder('activation'), path));
  const heavyParts = watchHeavyParts();

  it(`is measured in the extension host that was asked for, ${wantedHost}`, () =>
    assert.equal(actualHost(), wantedHost));

  it('does not happen in a workspace without a configuration', async () => {
    for (const path of ['src/main.go', 'package.json', 'notes.txt', 'Makefile']) await openFile(path);
    await pause(1_000);
    assert.isFalse(ours().isActive);
  });

  it(`by YAML without a configuration it costs at most ${ACTIVATION_LIMIT} ms`, async () => {
    await openFile('deployment.yaml');
    const { loading, activating } = await eventually(activationCost);
    print(`    activation: ${loading.toFixed(1)} ms to load, ${activating.toFixed(1)} ms to activate`);
    assert.isAtMost(loading + activating, ACTIVATION_LIMIT * SLACK);
  });

  it('starts nothing for TOML, YAML and Markdown of others', async () => {
    for (const path of ['Cargo.toml', 'README.md', 'deployment.yaml']) await openFile(path);
    await pause(1_000);
    assert.isEmpty(await heavyParts());
  });

  it('is enough for a configuration that is opened later', async () => {
    const { document } = await openNew(folder('activation'), '[[runners]]\n  limt = 1\n');
    await problemsBecome(document, ['unknown-key at "limt"']);
    assert.include(await heavyParts(), 'server');
  });
});
