/** Files of other programs that look much like ours: nothing is said of them, in the editor or on the command line. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { servedAs } from '../../../client/unopened-file';
import { run } from '../../../server/command/command-line';
import { Service } from '../../../server/service';
import { defaultSettings } from '../../../server/settings';
import { counted } from '../../counted';
import near from '../../fixtures/near/files.json';
import { least, SHARED } from '../../shared';
import { folderWith } from '../command/lint/folder';

const NEGATIVE = `${SHARED}/corpus/negative`;

/** What an editor shows of a file, with the setting for Markdown on. */
function shownOf(name: string, bytes: Uint8Array) {
  const path = `/project/${name}`;
  const file = servedAs(path, bytes, undefined, { mode: 'automatic', isTurnedOn: () => true });
  if (!file) return [];
  const uri = `file://${path}`;
  const service = new Service({ settingsOf: () => ({ ...defaultSettings, markdown: true }) });
  // What the client serves it opens as ours.
  service.choose(uri, 'ours');
  const { languageId, text } = file;
  return service.diagnostics({ uri, languageId, version: 1, getText: () => text });
}

describe('a file that looks like ours is left alone', () => {
  for (const [name, text] of Object.entries(near))
    it(name, () => assert.deepEqual(shownOf(name, new TextEncoder().encode(text)), []));
});

test('the command line passes over all of them in a folder', (t) => {
  const { output, status } = run(['lint', folderWith(t, near)], () => '');
  assert.deepEqual({ output, status }, { output: '', status: 0 });
});

describe('of the files of other programs', () => {
  for (const name of counted(readdirSync(NEGATIVE), least(30)))
    it(name, () => assert.deepEqual(shownOf(name, readFileSync(`${NEGATIVE}/${name}`)), []));

  it('none is checked in a folder', () => {
    const { output, status } = run(['lint', NEGATIVE], () => '');
    assert.deepEqual({ output, status }, { output: '', status: 0 });
  });
});
