import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain, shown } from './reading';

/** A whole file; what is half typed comes between its two runners. */
const before = `concurrent = 4

[[runners]]
  name = "first"
  [runners.docker]
    image = "alpine:3.20"
`;
const after = `    volumes = [
      "/cache",
      "/certs",
    ]
  [runners.cache]
    Type = "s3"
    [runners.cache.s3]
      BucketName = "cache"

[[runners]]
  name = "second"
  environment = ["A=1", "B=2"]
  [runners.kubernetes]
    node_selector = { disk = "ssd" }
`;

type Tables = { runners: { docker?: Record<string, unknown>; [key: string]: unknown }[]; concurrent: number };
const whole = plain(before + after) as Tables;

/** Everything that stands in one of the tables of the file, wherever a broken header moved its pairs to. */
function leaves(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node) && node.some((item) => typeof item === 'object'))
    for (const item of node) leaves(item, found);
  else if (node && typeof node === 'object' && !Array.isArray(node)) {
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === 'object' && !Array.isArray(value)) leaves(value, found);
      else if (Array.isArray(value) && typeof value[0] === 'object') leaves(value, found);
      else found.push(`${key} = ${JSON.stringify(value)}`);
    }
  }
  return found.sort();
}

describe('what is half typed in the middle of a file', () => {
  const inTable: readonly (readonly [string, string[]])[] = [
    ['    helper_im\n', ['missing-equals ⟦helper_im⟧']],
    ['    x = \n', ['missing-value ⟦=⟧']],
    ['    x = [ "a",\n', ['unclosed-array ⟦[⟧']],
    ['    x = { a = \n', ['unclosed-inline-table ⟦{⟧']],
    ['    x = { a = 1,\n', ['unclosed-inline-table ⟦{⟧']],
    ['    x = "\n', ['unterminated-string ⟦"⟧']],
    ['    x = [ { a = [ "b\n', ['unterminated-string ⟦"b⟧']],
    ['    x.\n', ['missing-key-name ⟦.⟧']],
    ['    "x\n', ['unterminated-string ⟦"x⟧']],
  ];
  for (const [typed, problems] of inTable) {
    it(`${JSON.stringify(typed.trim())} leaves all other tables and pairs as they are`, () => {
      const broken = before + typed + after;
      assert.deepEqual(shown(broken), problems);
      const found = plain(broken) as Tables;
      delete found.runners[0]?.docker?.x;
      assert.deepEqual(found, whole);
    });
  }

  const headers: readonly (readonly [string, string[]])[] = [
    ['[[runners\n', ['unclosed-header ⟦[[runners⟧']],
    ['[runners.\n', ['unclosed-header ⟦[runners.⟧']],
    ['[\n', ['unclosed-header ⟦[⟧']],
    ['[[\n', ['unclosed-header ⟦[[⟧']],
  ];
  for (const [typed, problems] of headers) {
    it(`${JSON.stringify(typed.trim())} takes the pairs below it, and leaves all other tables as they are`, () => {
      const broken = before + typed + after;
      assert.deepEqual(shown(broken), problems);
      const found = plain(broken) as Tables;
      assert.equal(found.concurrent, 4);
      assert.deepEqual(found.runners[0]?.docker?.image, 'alpine:3.20');
      assert.deepEqual(found.runners.at(-1), whole.runners[1]);
      const text = JSON.stringify(found);
      for (const leaf of ['"Type":"s3"', '"BucketName":"cache"']) assert.ok(text.includes(leaf), leaf);
    });
  }

  it('[runners before the first runner does not make the others wrong', () => {
    const broken = `concurrent = 4\n[runners\n${before.slice(before.indexOf('[['))}${after}`;
    assert.deepEqual(shown(broken), ['unclosed-header ⟦[runners⟧']);
    assert.deepEqual(leaves(plain(broken)), leaves(whole));
  });

  it('a multi-line string without an end stops before the next header', () => {
    const broken = `${before}    script = """\n  echo\n${after}`;
    assert.deepEqual(shown(broken), ['unterminated-string ⟦"""⟧']);
    assert.deepEqual((plain(broken) as Tables).runners[1], whole.runners[1]);
  });

  it('an array of several lines without an end stops before the next pair', () => {
    const found = plain(`${before}    devices = [\n      "/dev/kvm",\n${after}`) as Tables;
    assert.deepEqual(found.runners[0]?.docker?.devices, ['/dev/kvm']);
    assert.deepEqual(found.runners[0]?.docker?.volumes, ['/cache', '/certs']);
  });

  it('an inline table of several lines without an end gives its pairs to the table around it', () => {
    assert.deepEqual(plain('[a]\nb = {\n  c = 1\nd = 2\n[e]\nf = 3\n'), { a: { b: {}, c: 1, d: 2 }, e: { f: 3 } });
  });

  it('pairs that follow something on its line are kept', () => {
    assert.deepEqual(plain('[[runners]] name = "x" url = "y"\nid = 1 limit = 2\n'), {
      runners: [{ name: 'x', url: 'y', id: 1, limit: 2 }],
    });
  });
});
