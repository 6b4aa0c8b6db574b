import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGate } from '../../client/gate';

/** A gate with a server behind it that notes what reaches it. */
function gateTo(served: Set<string>) {
  const heard: string[] = [];
  const gate = createGate((uri) => served.has(uri));
  const pass = async (message: string | { method: string }) => {
    heard.push(typeof message === 'string' ? message : message.method);
  };
  const notify = (method: string, uri: string) =>
    gate.middleware.sendNotification({ method }, pass, { textDocument: { uri } });
  const ask = (method: string, params: unknown) =>
    gate.middleware.sendRequest({ method }, params, undefined, async (message) => {
      await pass(message);
      return 'answer';
    });
  return { gate, heard, notify, ask };
}

describe('the gate before the server', () => {
  it('lets a document of ours in, with the word that it is', async () => {
    const { heard, notify, ask } = gateTo(new Set(['file:///ours.toml']));
    await notify('textDocument/didOpen', 'file:///ours.toml');
    await notify('textDocument/didChange', 'file:///ours.toml');
    assert.equal(await ask('textDocument/hover', { textDocument: { uri: 'file:///ours.toml' } }), 'answer');
    assert.deepEqual(heard, [
      'gitlabRunnerConfig/recognition',
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/hover',
    ]);
  });

  it('keeps another program’s document from the server altogether', async () => {
    const { heard, notify, ask } = gateTo(new Set());
    for (const method of ['didOpen', 'didChange', 'didSave', 'didClose']) {
      await notify(`textDocument/${method}`, 'file:///Cargo.toml');
    }
    assert.equal(await ask('textDocument/hover', { textDocument: { uri: 'file:///Cargo.toml' } }), null);
    assert.deepEqual(heard, []);
  });

  it('lets a question wait for the document that it is about, when that is on its way', async () => {
    const { heard, notify, ask } = gateTo(new Set(['file:///ours.toml']));
    const answer = ask('textDocument/documentSymbol', { textDocument: { uri: 'file:///ours.toml' } });
    await notify('textDocument/didOpen', 'file:///ours.toml');
    assert.equal(await answer, 'answer');
    assert.deepEqual(heard.slice(1), ['textDocument/didOpen', 'textDocument/documentSymbol']);
  });

  it('opens and closes a document once', async () => {
    const { gate, heard, notify } = gateTo(new Set(['file:///ours.toml']));
    await notify('textDocument/didOpen', 'file:///ours.toml');
    await notify('textDocument/didOpen', 'file:///ours.toml');
    assert.ok(gate.isOpen('file:///ours.toml'));
    await notify('textDocument/didClose', 'file:///ours.toml');
    await notify('textDocument/didClose', 'file:///ours.toml');
    assert.ok(!gate.isOpen('file:///ours.toml'));
    assert.deepEqual(heard.slice(1), ['textDocument/didOpen', 'textDocument/didClose']);
  });

  it('closes a document that is not ours any more', async () => {
    const served = new Set(['file:///ours.toml']);
    const { heard, notify } = gateTo(served);
    await notify('textDocument/didOpen', 'file:///ours.toml');
    served.clear();
    await notify('textDocument/didClose', 'file:///ours.toml');
    assert.equal(heard.at(-1), 'textDocument/didClose');
  });

  it('knows nothing of a new server', async () => {
    const { gate, heard, notify } = gateTo(new Set(['file:///ours.toml']));
    await notify('textDocument/didOpen', 'file:///ours.toml');
    gate.reset();
    await notify('textDocument/didChange', 'file:///ours.toml');
    await notify('textDocument/didOpen', 'file:///ours.toml');
    assert.deepEqual(heard.slice(2), ['gitlabRunnerConfig/recognition', 'textDocument/didOpen']);
  });

  it('does not stand between messages that are about no document', async () => {
    const { heard, ask } = gateTo(new Set());
    await ask('completionItem/resolve', { label: 'image' });
    await ask('shutdown', undefined);
    assert.deepEqual(heard, ['completionItem/resolve', 'shutdown']);
  });
});
