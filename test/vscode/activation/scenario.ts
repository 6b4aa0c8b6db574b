import { assert } from 'chai';
import { Uri } from 'vscode';
import { closeAll, folder, open, openNew, problemsBecome } from '../harness/documents';
import { pause } from '../harness/eventually';
import { ours } from '../harness/extension';
import { actualHost, wantedHost } from '../harness/host';
import { print } from '../harness/line-reporter';
import { measureCost } from './measure-cost';

declare const SLACK: number;

/** What loading and running `activate` may cost the extension host, which all extensions share. */
const ACTIVATION_LIMIT = 60;

describe('activation', () => {
  after(closeAll);

  it(`is measured in the extension host that was asked for, ${wantedHost}`, () =>
    assert.equal(actualHost(), wantedHost));

  it('does not happen in a workspace without a configuration', async () => {
    await open(Uri.joinPath(folder('activation'), 'src', 'main.go'));
    await open(Uri.joinPath(folder('activation'), 'package.json'));
    await pause(1_000);
    assert.isFalse(ours().isActive);
  });

  it(`costs the extension host at most ${ACTIVATION_LIMIT} ms`, async function () {
    assert.isFalse(ours().isActive, 'active before it was measured');
    const end = measureCost();
    await ours().activate();
    const { cost, clock } = end();
    print(`    activation: ${cost?.toFixed(1) ?? '?'} ms of computing, ${clock.toFixed(1)} ms by the clock`);
    // In a browser the clock is all there is, and most of what it counts is the loading over the network.
    if (cost === undefined) return this.skip();
    assert.isAtMost(cost, ACTIVATION_LIMIT * SLACK);
  });

  it('is enough for a configuration that is opened later', async () => {
    const { document } = await openNew(folder('activation'), '[[runners]]\n  limt = 1\n');
    await problemsBecome(document, ['unknown-key at "limt"']);
  });
});
