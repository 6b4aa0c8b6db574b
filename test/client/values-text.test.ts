import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, parseDocument } from 'yaml';
import { insertConfiguration } from '../../client/values-text';

const toml = '# mine\nconcurrent = 1\n\n[[runners]]\n  name = "a" # é\n';

/** The values file after the edit. */
function inserted(values: string, configuration = toml): string {
  const edit = insertConfiguration(values, configuration);
  if (typeof edit === 'string') return edit;
  return values.slice(0, edit.start) + edit.text + values.slice(edit.end);
}

function replaces(values: string): boolean {
  const edit = insertConfiguration(values, toml);
  return typeof edit !== 'string' && edit.replaces;
}

describe('a configuration inserted into values', () => {
  it('makes a new file', () =>
    assert.equal(
      inserted(''),
      'runners:\n  config: |\n    # mine\n    concurrent = 1\n\n    [[runners]]\n      name = "a" # é\n',
    ));

  it('goes to the end of a file that says nothing of runners', () => {
    assert.equal(inserted('a: 1\n', '[[runners]]\n'), 'a: 1\nrunners:\n  config: |\n    [[runners]]\n');
    assert.equal(
      inserted('a: 1 # no break', '[[runners]]'),
      'a: 1 # no break\nrunners:\n  config: |\n    [[runners]]\n',
    );
  });

  it('goes below runners, as its entries are indented', () =>
    assert.equal(
      inserted('runners: # ours\n    # secret\n    secret: x\nrbac: {}\n', '[[runners]]\n'),
      'runners: # ours\n    config: |\n      [[runners]]\n    # secret\n    secret: x\nrbac: {}\n',
    ));

  it('fills runners that are empty', () => {
    for (const empty of ['runners: {}', 'runners: null', 'runners: ~', 'runners:']) {
      assert.equal(
        inserted(`${empty}\nb: 1\n`, '[[runners]]\n'),
        'runners:\n  config: |\n    [[runners]]\nb: 1\n',
        empty,
      );
    }
    assert.equal(inserted('runners:', '[[runners]]\n'), 'runners:\n  config: |\n    [[runners]]\n');
  });

  it('goes below the gitlab-runner of an umbrella chart', () => {
    assert.equal(
      inserted('gitlab-runner:\n  install: true\n', '[[runners]]\n'),
      'gitlab-runner:\n  runners:\n    config: |\n      [[runners]]\n  install: true\n',
    );
    assert.equal(
      inserted('gitlab-runner:\n  runners:\n    locked: false\n', '[[runners]]\n'),
      'gitlab-runner:\n  runners:\n    config: |\n      [[runners]]\n    locked: false\n',
    );
  });

  it('takes the place of a config that is empty', () => {
    for (const empty of ['config:', 'config: ""', 'config: null', 'config: |', 'config: |-\n']) {
      const values = `runners:\n  ${empty}\nb: 1\n`;
      assert.equal(parse(inserted(values)).runners.config, toml, empty);
      assert.equal(parse(inserted(values)).b, 1, empty);
      assert.equal(replaces(values), false, empty);
    }
  });

  it('replaces one that is not, and says so', () => {
    const values = 'runners:\n  config: |-\n    [[runners]]\n      x = 1\n\n  secret: a\nb: 1\n';
    assert.equal(replaces(values), true);
    const after = inserted(values);
    assert.deepEqual(parse(after), { runners: { config: toml, secret: 'a' }, b: 1 });
    assert.equal(replaces('runners:\n  config: "[[runners]]\\n"\n'), true);
  });

  it('keeps every byte of the text, comments and odd indentation too', () => {
    const texts = [
      '    # far in\n[[runners]]\n',
      '\n\n  [[runners]]\n\tname = 1\n',
      '[[runners]]\n   \n# trailing  \n  a = """\n    x\n"""\n',
      '\t[[runners]]\n',
      'a = "{{ .Values.x }}" # : | >\n---\n',
    ];
    for (const text of texts) {
      for (const values of [
        '',
        'runners:\n  secret: a\n',
        'gitlab-runner:\n    runners:\n        config: |\n            old\n',
      ]) {
        const document = parseDocument(inserted(values, text));
        assert.deepEqual(document.errors, [], inserted(values, text));
        const root = document.toJS();
        assert.equal((root['gitlab-runner'] ?? root).runners.config, text, JSON.stringify([values, text]));
      }
    }
  });

  it('ends with one line break, however the text ends', () => {
    for (const end of ['', '\n', '\n\n\n', '\n  \n']) {
      assert.equal(parse(inserted('', `[[runners]]${end}`)).runners.config, '[[runners]]\n');
    }
  });

  it('writes the line breaks of the file', () => {
    assert.equal(
      inserted('a: 1\r\n', '[[runners]]\nx = 1\n'),
      'a: 1\r\nrunners:\r\n  config: |\r\n    [[runners]]\r\n    x = 1\r\n',
    );
    assert.equal(
      inserted('a: 1\n', '[[runners]]\r\nx = 1\r\n'),
      'a: 1\nrunners:\n  config: |\n    [[runners]]\n    x = 1\n',
    );
  });

  it('goes to the document that has the chart’s keys', () =>
    assert.equal(
      inserted('a: 1\n---\nrunners:\n  secret: x\n---\nb: 1\n', '[[runners]]\n'),
      'a: 1\n---\nrunners:\n  config: |\n    [[runners]]\n  secret: x\n---\nb: 1\n',
    ));

  it('is refused where it would break the file', () => {
    assert.equal(inserted('apiVersion: v1\nkind: ConfigMap\ndata: {}\n'), 'not-values');
    assert.equal(inserted('- a\n- b\n'), 'not-a-block');
    assert.equal(inserted('runners: {secret: a}\n'), 'not-a-block');
    assert.equal(inserted('runners: [a]\n'), 'not-a-block');
    assert.equal(inserted('runners:\n  config:\n    a: 1\n'), 'not-a-block');
  });
});
