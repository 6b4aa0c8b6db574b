/** What no API of VS Code tells but the page shows: asked of run.mjs, which drives the page. */
import { assert } from 'chai';
import { Uri, workspace } from 'vscode';
import { eventually } from './eventually';
import { ASK } from './line-reporter';

/** Set in the bundle: on the desktop nobody drives the page. */
declare const PAGE: boolean;

export const hasPage = PAGE;

let questions = 0;

/** The visible text of the first element of that CSS selector; `folder` is where the answer may be written. */
export async function visibleText(folder: Uri, selector: string): Promise<string> {
  const answer = Uri.joinPath(folder, 'answers', String(++questions));
  // The path is one of this machine in both hosts, whatever the scheme of the address is.
  console.log(ASK + JSON.stringify({ selector, answer: answer.path }));
  const bytes = await eventually(() => workspace.fs.readFile(answer));
  const text = new TextDecoder().decode(bytes);
  assert.notEqual(text, '', `nothing is shown at ${selector}`);
  return text;
}
