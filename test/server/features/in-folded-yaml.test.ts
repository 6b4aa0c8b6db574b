/** Fixes and completions in a folded block (`>`), where one line break between two lines is a space. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { checkDocument } from '../../../server/check/check';
import { editsOf } from '../../../server/edits/changes';
import { codeActions } from '../../../server/features/code-actions';
import { completion } from '../../../server/features/completion';
import { readConfiguration } from '../../../server/meaning/configuration';
import { readFile } from '../../../server/meaning/host-file';
import type { TextEdit } from '../../../server/text/edit';
import { applyEdits } from '../../../server/text/edit';
import { context } from '../findings';
import { acceptInFile, applyToFile, editedFile, inConfiguration, onlyConfiguration } from '../in-yaml';
import { said } from '../said';

const configOf = (yaml: string): string => parse(yaml).runners.config;
const block = (header: string, lines: string) => `runners:\n  config: ${header}\n${lines}  z: 1\n`;

/** The file after the action of this title. */
function afterAction(yaml: string, title: string, only?: string[]): string {
  const document = onlyConfiguration(yaml);
  const range = { start: 0, end: document.text.length };
  const actions = codeActions(readConfiguration(document), range, context, { only, overrides: {} });
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(action, `${title} is not among ${actions.map((candidate) => candidate.title).join(', ')}`);
  return applyToFile(yaml, action.edit?.changes?.[document.uri] ?? []);
}

describe('a fix in a folded block', () => {
  const imag = block('>', '    concurrent = 2\n\n    [[runners]]\n\n    imag = 1\n');

  it('writes a comment on a line of its own', () =>
    assert.equal(
      afterAction(imag, 'Ignore unknown-key on this line'),
      imag.replace('    imag', '    # gitlab-runner: ignore=unknown-key\n\n    imag'),
    ));

  it('with CRLF', () =>
    assert.equal(
      afterAction(imag.replaceAll('\n', '\r\n'), 'Ignore unknown-key on this line'),
      imag.replace('    imag', '    # gitlab-runner: ignore=unknown-key\n\n    imag').replaceAll('\n', '\r\n'),
    ));

  it('writes a header on a line of its own, also as one of all', () => {
    const yaml = block('>-', '    [runners.kubernetes]\n\n    image = "x"\n');
    const wanted = yaml.replace('    [runners.k', '    [[runners]]\n\n    [runners.k');
    assert.equal(afterAction(yaml, 'Insert `[[runners]]`'), wanted);
    assert.equal(afterAction(yaml, 'Fix all safe problems', ['source.fixAll']), wanted);
  });

  it('needs no empty line beside an indented one', () => {
    const yaml = block('>', '    [[runners]]\n      imag = 1\n      limit = 2\n');
    assert.equal(
      afterAction(yaml, 'Ignore unknown-key on this line'),
      yaml.replace('      imag', '      # gitlab-runner: ignore=unknown-key\n      imag'),
    );
  });

  it('moves a key away from between its neighbours', () => {
    const yaml = block('>', '    [[runners]]\n\n    limit = 1\n      concurrent = 2 # c\n    name = "x"\n');
    const after = afterAction(yaml, 'Move to the top of the file');
    assert.equal(configOf(after), 'concurrent = 2 # c\n\n[[runners]]\nlimit = 1\nname = "x"\n');
  });
});

describe('a completion in a folded block', () => {
  /** What the block holds after each item was accepted at the cursor. */
  const accepted = (marked: string) => {
    const { text, document, offset } = inConfiguration(marked);
    return completion(document, offset, context).map((item) => [item.label, configOf(acceptInFile(text, item))]);
  };

  it('on an empty line keeps the lines around apart', () => {
    for (const lines of ['    concurrent = 2\n|\n\n    [runners]\n', '    concurrent = 2\n    |\n\n    [runners]\n']) {
      const items = Object.fromEntries(accepted(block('>', lines)));
      assert.equal(items.log_level, 'concurrent = 2\nlog_level = "info"\n[runners]\n');
    }
  });

  it('on a line as deep as the block at its end', () => {
    for (const [header, end] of [
      ['>', '\n'],
      ['>-', ''],
    ] as const) {
      const items = Object.fromEntries(accepted(block(header, '    [[runners]]\n    |\n')));
      assert.equal(items.limit, `[[runners]]\nlimit = 0${end}`);
    }
  });

  it('of a key or a value that is being typed', () => {
    const key = Object.fromEntries(accepted(block('>', '    [[runners]]\n\n    lim|\n\n    name = "x"\n')));
    assert.equal(key.limit, '[[runners]]\nlimit = 0\nname = "x"\n');
    const value = Object.fromEntries(accepted(block('>', '    [[runners]]\n\n    executor = |\n\n    name = "x"\n')));
    assert.equal(value.docker, '[[runners]]\nexecutor = "docker"\nname = "x"\n');
  });
});

const shared = '../shared/corpus/toml';
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The text in a folded block: an empty line more between two lines that begin with no space. */
function folded(text: string): string {
  const lines = text.trimEnd().split('\n');
  const written = lines.map((line, index) => {
    const next = lines.slice(index + 1).find((each) => each !== '');
    return (line && `    ${line}`) + (/^\S/.test(line) && /^\S/.test(next ?? '') ? '\n' : '');
  });
  return block('>', `${written.join('\n')}\n`);
}

it('every fix of the corpus comes to the same in a folded block', withShared, (t) => {
  let fixes = 0;
  for (const name of readdirSync(shared)) {
    const text = readFileSync(join(shared, name), 'utf8').replaceAll('\r\n', '\n');
    const yaml = folded(text);
    const [document] = readFile('file:///values.yaml', yaml, 'yaml').documents;
    if (!document || document.text !== `${text.trimEnd()}\n`) continue;
    for (const { code, fixes: made } of checkDocument(document, context))
      for (const { title, changes } of made?.() ?? []) {
        const edits: readonly TextEdit[] = editsOf(document, changes) ?? [];
        fixes++;
        const after = configOf(editedFile(yaml, document, edits));
        assert.equal(after.trimEnd(), applyEdits(document.text, edits).trimEnd(), `${name}: ${code}: ${said(title)}`);
      }
  }
  t.diagnostic(`${fixes} fixes`);
  assert.ok(fixes > 50);
});
