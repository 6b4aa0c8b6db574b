/** The heredocs of Terraform: what of them is a configuration, and where its characters stand in the file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTerraform } from '../../../../server/containers/terraform/regions';
import { Service } from '../../../../server/service';

const textsIn = (source: string) => readTerraform(source).regions.map(({ text }) => text);

describe('heredocs of Terraform', () => {
  it('are read as they are, or without the spaces that all lines have', () => {
    assert.deepEqual(textsIn('a = <<EOF\n  concurrent = 1\n  [[runners]]\n    limit = 2\nEOF\n'), [
      '  concurrent = 1\n  [[runners]]\n    limit = 2\n',
    ]);
    assert.deepEqual(textsIn('a = <<-EOT\n    [[runners]]\n\n      executor = "shell"\n    EOT\n'), [
      '[[runners]]\n\n  executor = "shell"\n',
    ]);
  });

  it('end at their own marker, and not in a comment', () => {
    assert.deepEqual(textsIn('a = <<A\nx\nA\nb = <<-B\n  [[runners]]\n  limit = 1\n  A\n  B\n'), [
      '[[runners]]\nlimit = 1\nA\n',
    ]);
    assert.deepEqual(textsIn('# a = <<EOF\n[[runners]]\n  limit = 1\nEOF\n'), []);
    assert.deepEqual(textsIn('/* a = <<EOF\n[[runners]]\n  limit = 1\nEOF\n*/\n'), []);
    assert.deepEqual(textsIn('a = <<EOF\n[[runners]]\n  limit = 1\n'), []);
  });

  it('with the values of the chart, or a script', () => {
    const values = 'values = [<<-EOT\n  runners:\n    config: |\n      [[runners]]\n        limit = 1\n  EOT\n]\n';
    assert.deepEqual(textsIn(values), ['[[runners]]\n  limit = 1\n']);
    const script =
      'data = <<-S\n  #!/bin/sh\n  cat >/etc/gitlab-runner/config.toml <<EOF\n  [[runners]]\n    limit = 1\n  EOF\n  S\n';
    assert.deepEqual(textsIn(script), ['[[runners]]\n  limit = 1\n']);
  });

  it('with a part of a configuration are read as an example: what it is added to nobody knows', () => {
    const traits = (source: string) =>
      readTerraform(`a = <<EOF\n${source}EOF\n`).regions.map((region) => region.traits);
    const part = '[runners.kubernetes]\n  privileged = "yes"\n';
    assert.deepEqual(
      traits(part).map(({ loudest, writable, templates }) => [loudest, writable, templates]),
      [['information', false, 'terraform']],
    );
    for (const before of ['[[runners]]', '[[runers]]', '[runners]', 'concurrent = 4'])
      assert.deepEqual(
        traits(`${before}\n${part}`).map(({ loudest, writable, templates }) => [loudest, writable, templates]),
        [['error', true, 'terraform']],
        before,
      );
  });

  it('of anything else stay silent', () => {
    for (const text of ['[Service]\nExecStart = /bin/x\n', '[[runners]]\nid = 1\ncmd = "x"\n', 'runners: 3\n'])
      assert.deepEqual(textsIn(`a = <<EOF\n${text}EOF\n`), [], text);
  });
});

function open(text: string) {
  const document = TextDocument.create('file:///main.tf', 'terraform', 1, text);
  return { document, service: new Service() };
}

const MODULE = `resource "local_file" "config" {
  content = <<-EOT
    concurrent = \${var.concurrent}

    [[runners]]
      name = "\${var.name}"
      limt = 3
      %{ if var.docker }
      executor = "docker"
      %{ endif }
      request_concurrency = "2"
    EOT
}
`;

describe('a module of Terraform in an editor', () => {
  it('has findings on the very characters, and none on what is filled in', () => {
    const { document, service } = open(MODULE);
    assert.deepEqual(
      service.diagnostics(document).map(({ code, range }) => [code, document.getText(range)]),
      [
        ['unknown-key', 'limt'],
        ['wrong-type', '"2"'],
      ],
    );
  });

  it('is mended and laid out in its heredoc alone, as deep as it stands', () => {
    const { document, service } = open(MODULE);
    const range = {
      start: document.positionAt(MODULE.indexOf('"2"')),
      end: document.positionAt(MODULE.indexOf('"2"')),
    };
    const [action] = service.codeActions(document, range, ['quickfix']);
    const edits = action?.edit?.changes?.[document.uri] ?? [];
    assert.equal(TextDocument.applyEdits(document, [...edits]), MODULE.replace('"2"', '2'));
    const ugly = open(MODULE.replace('limt = 3', 'limit=3').replace('"2"', '2'));
    const laidOut = ugly.service.format(ugly.document, { tabSize: 2, insertSpaces: true });
    const after = TextDocument.applyEdits(ugly.document, laidOut);
    assert.match(after, /^ {6}limit = 3$/m);
    assert.deepEqual(after.split('\n').slice(0, 3), MODULE.split('\n').slice(0, 3));
  });

  it('completes and tells of keys', () => {
    const text = MODULE.replace('      limt = 3\n', '      \n');
    const { document, service } = open(text);
    const line = document.positionAt(text.indexOf('      \n')).line;
    const labels = service.completion(document, { line, character: 6 }).map(({ label }) => label);
    assert.ok(labels.includes('limit'), labels.join());
    const at = document.positionAt(text.indexOf('executor') + 2);
    assert.ok(service.hover(document, at));
  });
});
