/** Of a file with more configurations than anybody has the first are read, and where that ends is told. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MAXIMUM_REGIONS } from '../../../server/containers/bounded';
import type { ContainerId } from '../../../server/containers/kinds';
import { readers, retyped } from '../../../server/containers/readers';
import { Service } from '../../../server/service';

const parts: Record<ContainerId, string> = {
  yaml: '---\nrunners:\n  config: |\n    [[runners]]\n      executor = "shell"\n',
  markdown: '```toml\n[[runners]]\nexecutor = "shell"\n```\n\n',
  terraform: 'locals {\n  a = <<EOF\n[[runners]]\nexecutor = "shell"\nEOF\n}\n',
  shell: 'cat > /etc/gitlab-runner/config.toml <<EOF\n[[runners]]\nexecutor = "shell"\nEOF\n',
};

for (const [id, part] of Object.entries(parts) as [ContainerId, string][]) {
  test(`${id}: as many as are read`, () => {
    const { regions, findings } = readers[id](part.repeat(MAXIMUM_REGIONS));
    assert.equal(regions.length, MAXIMUM_REGIONS);
    assert.deepEqual(findings, []);
  });

  test(`${id}: more`, () => {
    const { regions, findings } = readers[id](part.repeat(MAXIMUM_REGIONS + 20));
    assert.equal(regions.length, MAXIMUM_REGIONS);
    const [finding, ...others] = findings;
    assert.equal(finding?.code, 'too-many-problems');
    assert.ok(finding.start > part.length * MAXIMUM_REGIONS && finding.start < part.length * (MAXIMUM_REGIONS + 1));
    assert.deepEqual(others, []);
  });
}

test('keys around configurations that are not read are not asked for either', () => {
  const text = parts.yaml.repeat(MAXIMUM_REGIONS + 20);
  const contents = readers.yaml(text);
  const last = contents.regions.at(-1);
  assert.ok(last);
  const span = { start: last.host.start + 1, end: last.host.start + 1 };
  const after = retyped(contents, { source: `${text.slice(0, span.start)} ${text.slice(span.start)}`, span, grown: 1 });
  assert.ok(after === undefined || after.regions.length === MAXIMUM_REGIONS);
});

describe('a file that is longer than any is not read', () => {
  const comment = '    # a line of a comment\n'.repeat(130_000);
  const texts: Readonly<Record<string, readonly [languageId: string, text: string]>> = {
    'a block of YAML': ['yaml', `runners:\n  config: |\n    [[runners]]\n${comment}      nme = "a"\n`],
    'a script': ['shellscript', `cat > config.toml <<EOF\n[[runners]]\n${comment}EOF\n`],
    Terraform: ['terraform', `a = <<-EOT\n  [[runners]]\n${comment}EOT\n`],
  };
  for (const [name, [languageId, source]] of Object.entries(texts))
    it(`${name}: that is told at its runner`, () => {
      const text = TextDocument.create('file:///project/a', languageId, 1, source);
      const [found, ...others] = new Service().diagnostics(text);
      assert.deepEqual(others, []);
      assert.equal(found?.code, 'too-many-problems');
      assert.equal(text.offsetAt(found.range.start), source.search(/^.*\[\[runners/m));
      assert.deepEqual(new Service().format(text, { tabSize: 2, insertSpaces: true }), []);
    });
  it('nothing is said where nothing tells of a runner', () => {
    const source = `runners:\n  config: |\n${comment}`;
    const text = TextDocument.create('file:///project/a', 'yaml', 1, source);
    assert.deepEqual(new Service().diagnostics(text), []);
    assert.ok(!new Service().holdsConfiguration(text));
  });
});
