/** Folded blocks (`>`), where one line break between two lines is a space: they are read, and changed only within a line. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { codeActions } from '../../../server/features/code-actions';
import { completion } from '../../../server/features/completion';
import { readConfiguration } from '../../../server/meaning/configuration';
import { message } from '../../../server/text/message';
import { context } from '../findings';
import { acceptInFile, applyToFile, inConfiguration, onlyConfiguration } from '../in-yaml';
import { said } from '../said';

const configOf = (yaml: string): string => parse(yaml).runners.config;
const block = (header: string, lines: string) => `runners:\n  config: ${header}\n${lines}  z: 1\n`;

/** The actions for the whole of the one configuration, and the file after the first of them. */
function actionsIn(yaml: string, only?: string[]) {
  const document = onlyConfiguration(yaml);
  const range = { start: 0, end: document.text.length };
  const actions = codeActions(readConfiguration(document), range, context, { only, overrides: {} });
  const [first] = actions;
  return { actions, after: applyToFile(yaml, first?.edit?.changes?.[document.uri] ?? []) };
}

describe('a finding in a folded block', () => {
  const imag = block('>', '    concurrent = 2\n\n    [[runners]]\n\n    imag = 1\n');

  it('has one fix: to write the configuration as a literal block', () => {
    const { actions, after } = actionsIn(imag);
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [title, diagnostics?.map(({ code }) => code).sort()]),
      [[said(message('fix.literal-block')), ['ineffective-global', 'unknown-key']]],
    );
    assert.equal(after, block('|', '    concurrent = 2\n    [[runners]]\n    imag = 1\n'));
    assert.ok(actionsIn(after).actions.length > 1, 'there each finding has its own');
  });

  it('is left alone by "fix all"', () => {
    const yaml = block('>-', '    [runners.kubernetes]\n\n    image = "x"\n');
    assert.deepEqual(actionsIn(yaml, ['source.fixAll']).actions, []);
    assert.ok(actionsIn(yaml).actions.length > 0);
  });

  it('without any, nothing is offered', () =>
    assert.deepEqual(actionsIn(block('>', '    [[runners]]\n      name = "x"\n')).actions, []));

  it('between brackets there is no block to offer', () => {
    const yaml = '{"runners": {"config": "[[runners]]\\n  imag = 1\\n"}}\n';
    assert.deepEqual(actionsIn(yaml).actions, []);
  });
});

describe('a completion in a folded block', () => {
  /** What the block holds after each item was accepted at the cursor. */
  const accepted = (marked: string) => {
    const { text, document, offset } = inConfiguration(marked);
    return completion(document, offset, context).map((item) => [item.label, configOf(acceptInFile(text, item))]);
  };

  it('writes no line: where one is blank, nothing is offered', () => {
    for (const lines of ['    concurrent = 2\n|\n\n    [runners]\n', '    [[runners]]\n    |\n'])
      assert.deepEqual(accepted(block('>', lines)), []);
  });

  it('of a key or a value that is being typed', () => {
    const key = Object.fromEntries(accepted(block('>', '    [[runners]]\n\n    lim|\n\n    name = "x"\n')));
    assert.equal(key.limit, '[[runners]]\nlimit = 0\nname = "x"\n');
    const value = Object.fromEntries(accepted(block('>', '    [[runners]]\n\n    executor = |\n\n    name = "x"\n')));
    assert.equal(value.docker, '[[runners]]\nexecutor = "docker"\nname = "x"\n');
  });
});
