import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, acceptedAnyway, labels } from './completing';

test('the brackets are those of the table, whatever was typed', () => {
  for (const typed of ['[|', '[[|', '[run|', '[[run|', '[|]', '[[|]]', '[run|]', '[[run|]]', '[[run|]']) {
    assert.equal(accepted(typed, 'runners'), '[[runners]]', typed);
    assert.equal(accepted(typed.replace('run', 'sess'), 'session_server'), '[session_server]', typed);
  }
});

test('paths are completed, in one go or part by part', () => {
  const text = '[[runners]]\n  [runners.kubernetes]\n';
  for (const typed of [
    '[runners.kubernetes.vol|',
    '[[runners.kubernetes.volumes.host|',
    '[[runners.kubernetes.|]]',
    '[host_path|',
  ]) {
    assert.equal(
      accepted(text + typed, 'runners.kubernetes.volumes.host_path'),
      `${text}[[runners.kubernetes.volumes.host_path]]`,
      typed,
    );
  }
});

test('what stands behind the header stays', () => {
  const text = '[[runners]]\n  [runners.do| # the Docker one\n    image = "x"\n';
  assert.equal(accepted(text, 'runners.docker'), '[[runners]]\n  [runners.docker] # the Docker one\n    image = "x"\n');
  assert.equal(
    accepted('[[runners]]\n[runners.do|]\nimage = "x"', 'runners.docker'),
    '[[runners]]\n[runners.docker]\nimage = "x"',
  );
  assert.deepEqual(labels('[run| foo'), []);
});

test('a bracket above another header is a header, and no JSON', () => {
  const runner = '[[runners]]\n  name = "a"\n';
  assert.equal(
    accepted(`${runner}  [|\n  [runners.docker]\n    image = "x"\n`, 'runners.cache'),
    `${runner}  [runners.cache]\n  [runners.docker]\n    image = "x"\n`,
  );
  assert.equal(accepted(`[|\n${runner}`, 'session_server'), `[session_server]\n${runner}`);
  assert.equal(accepted(`concurrent = 1\n[|\n\n${runner}`, 'runners'), `concurrent = 1\n[[runners]]\n\n${runner}`);
});

test('a table that its runner has is left out; another runner may have it', () => {
  const two = '[[runners]]\n[runners.docker]\n[[runners]]\n[runners.cache]\n';
  assert.equal(labels(`${two}[runners.|`).includes('runners.docker'), true);
  assert.equal(labels(`${two}[runners.|`).includes('runners.cache'), false);
  const first = '[[runners]]\n[runners.|\n[runners.docker]\n[[runners]]\n[runners.cache]\n';
  assert.equal(labels(first).includes('runners.docker'), false);
  assert.equal(labels(first).includes('runners.cache'), true);
});

test('arrays of tables may repeat', () => {
  const text = '[[runners]]\n[[runners.kubernetes.host_aliases]]\nip = "192.0.2.1"\n[[|';
  assert.ok(labels(text).includes('runners'));
  assert.ok(labels(text).includes('runners.kubernetes.host_aliases'));
  assert.ok(labels(text).includes('runners.kubernetes'), 'only implied so far');
});

test('what dotted keys or an inline table define has no header', () => {
  assert.equal(labels('[[runners]]\ndocker.image = "x"\n[runners.|').includes('runners.docker'), false);
  assert.equal(labels('[[runners]]\ncache = { Type = "s3" }\n[runners.|').includes('runners.cache.s3'), false);
});

test('tables of a runner need a runner above', () => {
  assert.equal(labels('[|\n[[runners]]\n').includes('runners.docker'), false);
  assert.deepEqual(
    labels('[run|').filter((label) => label.startsWith('runners')),
    ['runners'],
  );
  assert.ok(labels('[runners.|').includes('runners.docker'), 'a fragment, as typed');
  assert.ok(labels('[runners.kubernetes]\n[|').includes('runners.docker'), 'a fragment, as it is');
});

test('above the first runner, a table of a runner is no fragment', () => {
  const runner = '[[runners]]\n  name = "a"\n';
  for (const typed of ['[runners.|', '[[runners.|', '[runners.k|', '[runners.|]', '[[runners.docker.|]]']) {
    const text = `concurrent = 1\n${typed}\n${runner}`;
    assert.deepEqual(
      labels(text).filter((label) => label.startsWith('runners')),
      ['runners'],
      typed,
    );
    assert.equal(accepted(text, 'runners'), `concurrent = 1\n[[runners]]\n${runner}`);
    assert.equal(accepted(text, 'session_server'), `concurrent = 1\n[session_server]\n${runner}`);
  }
});

test('tables below an array of tables need an element', () => {
  const terms =
    'runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution.node_selector_terms';
  assert.equal(labels('[[runners]]\n[[runners.|').includes(`${terms}.match_fields`), false);
  assert.ok(labels(`[[runners]]\n[[${terms}]]\n[[runners.|`).includes(`${terms}.match_fields`));
});

test('what follows decides nothing: half-typed headers leave the rest alone', () => {
  const rest = '\n  name = "a"\n\n[[runners]]\n  name = "b"\n';
  assert.equal(accepted(`[[runners|${rest}`, 'runners'), `[[runners]]${rest}`);
  assert.equal(
    acceptedAnyway('[[runners]]\n[runners.|\n[[runners.\n', 'runners.docker'),
    '[[runners]]\n[runners.docker]\n[[runners.\n',
  );
});

test('a header with tables of its element below keeps its name', () => {
  assert.deepEqual(labels('[[runners]]\nname = "a"\n[[|runners]]\n[runners.docker]\n'), ['runners']);
});

test('near and useful tables come first, those of other executors later', () => {
  const kubernetes = labels('[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n  [|');
  assert.equal(kubernetes[0], 'runners');
  assert.ok(kubernetes.indexOf('runners.kubernetes.pod_labels') < kubernetes.indexOf('runners.docker'));
  assert.equal(labels('[[runners]]\n  executor = "docker"\n  [runners.|')[0], 'runners.docker');
  const any = labels('[[runners]]\n  [|');
  assert.ok(any.indexOf('runners.machine') > any.indexOf('runners.kubernetes.pod_labels'), 'deprecated as a whole');
});

test('nothing behind the closing bracket', () => {
  assert.deepEqual(labels('[[runners]]|'), []);
  assert.deepEqual(labels('[[runners]|]'), []);
});
