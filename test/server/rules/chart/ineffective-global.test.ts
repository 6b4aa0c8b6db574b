import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { editsOf } from '../../../../server/edits/changes';
import type { ConfigDocument } from '../../../../server/meaning/document';
import { applyEdits } from '../../../../server/text/edit';
import { message } from '../../../../server/text/message';
import { context } from '../../findings';
import { editedFile, fileNamed, onlyConfiguration } from '../../in-yaml';

/** The findings with the lines of the file: `4 warning ineffective-global «concurrent» chart`, with the owner of the text. */
function reportOf(document: ConfigDocument): string[] {
  return checkDocument(document, context).map(({ start, end, severity, code, message: { args } }) => {
    const line = document.position(start).line + 1;
    const place = document.text.slice(start, end);
    assert.equal(args?.key, place);
    return `${line} ${severity} ${code} «${place}» ${args?.owner}`;
  });
}

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
  it('global keys and tables do nothing', () => {
    assert.deepEqual(reportOf(onlyConfiguration(VALUES)), [
      '3 warning ineffective-global «concurrent» chart',
      '4 warning ineffective-global «check_interval» chart',
      '7 warning ineffective-global «session_server» chart',
    ]);
  });
  it('a key can be removed, its line with it', () => {
    const document = onlyConfiguration(VALUES);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.ok(fix);
    assert.deepEqual(fix.title, message('fix.remove', { name: 'concurrent' }));
    assert.equal(
      editedFile(VALUES, document, editsOf(document, fix.changes) ?? []),
      VALUES.replace('    concurrent = 4\n', ''),
    );
  });
  it('url and executor are not asked for', () => {
    const values = 'runners:\n  config: |\n    [[runners]]\n      name = "x"\n';
    assert.deepEqual(reportOf(onlyConfiguration(values)), []);
  });
});

describe('in a registration template', () => {
  const TEMPLATE = 'log_level = "debug" # all of it\n[[runners]]\n  limit = 1\n';

  it('of a file', () => {
    const document = fileNamed('config.template.toml', TEMPLATE);
    assert.deepEqual(reportOf(document), ['1 warning ineffective-global «log_level» runner']);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.equal(applyEdits(TEMPLATE, (fix && editsOf(document, fix.changes)) ?? []), '[[runners]]\n  limit = 1\n');
  });
  it('of a ConfigMap', () => {
    const yaml = `kind: ConfigMap\ndata:\n  config.template.toml: |\n    concurrent = 1\n    [[runners]]\n      name = "x"\n`;
    assert.deepEqual(reportOf(onlyConfiguration(yaml)), ['4 warning ineffective-global «concurrent» runner']);
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
