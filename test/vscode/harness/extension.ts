/** Our extension, as VS Code sees it. */
import { assert } from 'chai';
import { type Extension, extensions } from 'vscode';
import manifest from '../../../package.json';

export function ours(): Extension<unknown> {
  const id = `${manifest.publisher}.${manifest.name}`;
  return extensions.getExtension(id) ?? assert.fail(`VS Code knows no extension ${id}.`);
}
