import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { editsOf } from '../../../../server/edits/changes';
import type { ConfigDocument } from '../../../../server/meaning/document';
import { applyEdits } from '../../../../server/text/edit';
import { context } from '../../findings';
import { editedFile, fileNamed, onlyConfiguration } from '../../in-yaml';

/** The findings with the lines of the file: `4 warning ineffective-global «concurrent»: message`. */
function reportOf(document: ConfigDocument): string[] {
  return checkDocument(document, context).map(({ start, end, severity, code, message }) => {
    const line = document.position(start).line + 1;
    return `${line} ${severity} ${code} «${document.text.slice(start, end)}»: ${message}`;
  });
}

const says = (key: string, advice: string) =>
  `warning ineffective-global «${key}»: \`${key}\` has no effect here: of a registration template only \`[[runners]]\` is taken over. ${advice}`;

describe('in runners.config of the chart', () => {
  const VALUES = `runners:
  config: |
    concurrent = 4
    check_interval = 3
    [[runners]]
      limit = 1
    [session_server]
      session_timeout = 1800
`;
  const IN_VALUES = 'Set it in the values of the chart, beside `runners`.';

  it('global keys and tables do nothing', () => {
    assert.deepEqual(reportOf(onlyConfiguration(VALUES)), [
      `3 ${says('concurrent', IN_VALUES)}`,
      `4 ${says('check_interval', IN_VALUES)}`,
      `7 ${says('session_server', IN_VALUES)}`,
    ]);
  });
  it('a key can be removed, its line with it', () => {
    const document = onlyConfiguration(VALUES);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.equal(fix?.title, 'Remove `concurrent`');
    assert.equal(
      editedFile(VALUES, document, editsOf(document, fix.changes) ?? []),
      VALUES.replace('    concurrent = 4\n', ''),
    );
  });
  it('url and executor are not asked for', () => {
    const values = 'runners:\n  config: |\n    [[runners]]\n      token = "x"\n';
    assert.deepEqual(reportOf(onlyConfiguration(values)), []);
  });
});

describe('in a registration template', () => {
  const TEMPLATE = 'log_level = "debug" # all of it\n[[runners]]\n  limit = 1\n';

  it('of a file', () => {
    const document = fileNamed('config.template.toml', TEMPLATE);
    assert.deepEqual(reportOf(document), [`1 ${says('log_level', 'Set it in the config.toml itself.')}`]);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.equal(applyEdits(TEMPLATE, (fix && editsOf(document, fix.changes)) ?? []), '[[runners]]\n  limit = 1\n');
  });
  it('of a ConfigMap', () => {
    const yaml = `kind: ConfigMap\ndata:\n  config.template.toml: |\n    concurrent = 1\n    [[runners]]\n      token = "x"\n`;
    assert.deepEqual(reportOf(onlyConfiguration(yaml)), [
      `4 ${says('concurrent', 'Set it in the config.toml itself.')}`,
    ]);
  });
});

describe('silent', () => {
  it('in a whole configuration', () => {
    assert.deepEqual(reportOf(fileNamed('config.toml', 'concurrent = 4\n[[runners]]\n  limit = 1\n')), []);
    const yaml = 'kind: ConfigMap\ndata:\n  config.toml: |\n    concurrent = 4\n    [[runners]]\n      limit = 1\n';
    assert.deepEqual(reportOf(onlyConfiguration(yaml)), []);
  });
  it('in the globals of the Runner Operator', () => {
    const yaml =
      'kind: ConfigMap\nmetadata:\n  name: a-runner-config\ndata:\n  config.toml: |\n    concurrent = 4\n    check_interval = 3\n';
    assert.deepEqual(reportOf(onlyConfiguration(yaml)), []);
  });
  it('for keys of the runner', () =>
    assert.deepEqual(reportOf(fileNamed('config.template.toml', '[[runners]]\n  limit = 1\n')), []));
});
