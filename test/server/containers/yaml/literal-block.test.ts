/** Folded, quoted and plain scalars become literal blocks: what they say, and all that is around them, stays. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse, parseDocument, Scalar, visit } from 'yaml';
import { applyEdits } from '../../../../server/text/edit';
import { counted } from '../../../counted';
import { least, SHARED } from '../../../shared';
import { yamlRegions } from './yaml-regions';

/** The file with its first configuration as a literal block. */
function asBlock(yaml: string): string {
  const [region] = yamlRegions(yaml);
  assert.ok(region?.asLiteralBlock, yaml);
  return applyEdits(yaml, region.asLiteralBlock());
}

/** The same, where it must change and stay what it is to any reader of YAML. */
function sameAsBlock(yaml: string): string {
  const after = asBlock(yaml);
  assert.notEqual(after, yaml);
  assert.deepEqual(parse(after), parse(yaml), after);
  assert.ok(yamlRegions(after)[0]?.traits.editable, after);
  return after;
}

const BLOCK = 'runners:\n  config: |\n    [[runners]]\n      name = "x"\n  tags: a\n';

describe('a scalar as a literal block', () => {
  it('folded', () => {
    const yaml = 'runners:\n  config: >\n    [[runners]]\n      name = "x"\n  tags: a\n';
    assert.equal(sameAsBlock(yaml), BLOCK);
    const lines = 'runners:\n  config: >- # why\n    [[runners]]\n\n    name = "x"\n\n\n    # end\n\n  tags: a\n';
    assert.equal(
      sameAsBlock(lines),
      'runners:\n  config: |- # why\n    [[runners]]\n    name = "x"\n\n    # end\n\n  tags: a\n',
    );
  });
  it('double quotes', () => {
    assert.equal(sameAsBlock('runners:\n  config: "[[runners]]\\n  name = \\"x\\"\\n"\n  tags: a\n'), BLOCK);
    assert.equal(
      sameAsBlock('runners:\n  config: "[[runners]]\\n  name = \\"x\\"" # why\n  tags: a\n'),
      BLOCK.replace('|', '|- # why'),
    );
  });
  it('single quotes', () =>
    assert.equal(
      sameAsBlock("runners:\n  config: '[[runners]]\n\n    name = ''x'''\n"),
      "runners:\n  config: |-\n    [[runners]]\n    name = 'x'\n",
    ));
  it('plain', () =>
    assert.equal(
      sameAsBlock('data:\n  config.toml:\n    concurrent = 1\n\n    check_interval = 3\n'),
      'data:\n  config.toml:\n    |-\n    concurrent = 1\n    check_interval = 3\n',
    ));
  it('that begins with white space, or ends with blank lines', () => {
    assert.equal(
      sameAsBlock('runners:\n  config: "  [[runners]]\\n\\n\\n"\n  tags: a\n'),
      'runners:\n  config: |2+\n      [[runners]]\n\n\n  tags: a\n',
    );
    assert.equal(
      sameAsBlock('runners:\n  config: "\\n[[runners]]\\n"\n'),
      'runners:\n  config: |\n\n    [[runners]]\n',
    );
    sameAsBlock('runners:\n  config: >2\n\n      [[runners]]\n    limit = 1\n  tags: a\n');
  });
  it('in an item of a list, behind an anchor, and with CRLF', () => {
    assert.equal(
      sameAsBlock('- runners:\n    config: &c "[[runners]]\\n"\n- a\n'),
      '- runners:\n    config: &c |\n      [[runners]]\n- a\n',
    );
    const yaml = 'runners:\n  config: "[[runners]]\\n  name = \\"x\\"\\n"\n  tags: a\n';
    assert.equal(sameAsBlock(yaml.replaceAll('\n', '\r\n')), BLOCK.replaceAll('\n', '\r\n'));
  });
  it('in YAML that is a literal block itself, and in YAML that is none', () => {
    const values = 'runners:\n  config: "[[runners]]\\n"\n';
    const literal = `helm:\n  values: |\n    ${values.replace('\n', '\n    ')}`;
    assert.equal(asBlock(literal), 'helm:\n  values: |\n    runners:\n      config: |\n        [[runners]]\n');
    // First the text around it becomes one.
    const quoted = `helm:\n  values: ${JSON.stringify(values)}\n`;
    assert.equal(asBlock(quoted), literal);
  });
});

describe('no literal block can be made', () => {
  it('between brackets, of JSON and else', () => {
    for (const yaml of ['{"runners": {"config": "[[runners]]\\n"}}\n', 'runners: {config: "[[runners]]\\n"}\n'])
      assert.equal(asBlock(yaml), yaml);
  });
  it('of a text with control characters', () => {
    const yaml = 'runners:\n  config: "[[runners]]\\r\\n"\n';
    assert.equal(asBlock(yaml), yaml);
  });
  it('where it is one already: nothing is offered', () =>
    assert.deepEqual(
      yamlRegions(BLOCK).map(({ asLiteralBlock }) => asLiteralBlock),
      [undefined],
    ));
});

const shared = `${SHARED}/corpus/yaml`;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

it('every configuration of the corpus, quoted and folded, becomes the block that it was', withShared, (t) => {
  let count = 0;
  for (const name of counted(readdirSync(shared))) {
    const yaml = readFileSync(join(shared, name), 'utf8').replaceAll('\r\n', '\n');
    const texts = yamlRegions(yaml).map(({ text }) => text);
    for (const type of [Scalar.QUOTE_DOUBLE, Scalar.BLOCK_FOLDED] as const) {
      const document = parseDocument(yaml);
      if (document.errors.length > 0 || texts.length !== 1) continue;
      visit(document, {
        Scalar(_, node) {
          if (node.value === texts[0]) node.type = type;
        },
      });
      const written = document.toString({ lineWidth: 0 });
      const [region, ...others] = yamlRegions(written);
      if (!region || others.length > 0 || region.text !== texts[0] || region.traits.editable) continue;
      const after = applyEdits(written, region.asLiteralBlock?.() ?? []);
      assert.deepEqual(
        yamlRegions(after).map(({ text, traits }) => [text, traits.editable]),
        [[region.text, true]],
        `${name} ${type}`,
      );
      assert.deepEqual(parseDocument(after).toJS(), document.toJS(), `${name} ${type}`);
      count++;
    }
  }
  t.diagnostic(`${count} written as blocks`);
  assert.ok(count >= least(40), `${count}`);
});
