import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import { locate } from '../../../server/meaning/locate';
import { readCursor } from '../cursor';

/** The place at the cursor in one line: kind, path, and what tells places of that kind apart. */
function at(marked: string): string {
  const { text, offset } = readCursor(marked);
  const place = locate(createDocument('file:///config.toml', text), offset);
  const path = 'path' in place ? place.path.join('.') : '';
  switch (place.kind) {
    case 'header':
      return `header ${path} #${place.index}`;
    case 'key':
      return `key ${path} #${place.index}${place.inline ? ' inline' : ''}`;
    case 'value': {
      const shown = text.slice(place.value.start, place.value.end);
      return `value ${path} ${place.value.type} ${shown}${place.arrayDepth ? ` depth ${place.arrayDepth}` : ''}`;
    }
    case 'table':
      return `table ${path}${place.inline ? ' inline' : ''}`;
    case 'comment':
      return `comment ${text.slice(place.comment.start, place.comment.end)}`;
  }
}

function enclosing(marked: string): string[] {
  const { text, offset } = readCursor(marked);
  const place = locate(createDocument('file:///config.toml', text), offset);
  return 'enclosing' in place ? place.enclosing.map((bracket) => text.slice(bracket.start, bracket.end)) : [];
}

test('between statements: the table of the section', () => {
  assert.equal(at('|'), 'table ');
  assert.equal(at('concurrent = 1\n|\n[[runners]]\n'), 'table ');
  assert.equal(at('[[runners]]\n  |\n'), 'table runners');
  assert.equal(at('[[runners]]\n  [runners.docker]\n    image = "x"\n|'), 'table runners.docker');
  assert.equal(at('[[runners]]\nname = "x" |'), 'table runners');
});

test('a header, each part of it', () => {
  assert.equal(at('[runn|ers.docker]'), 'header runners #0');
  assert.equal(at('[runners.|docker]'), 'header runners.docker #1');
  assert.equal(at('[runners.docker|]'), 'header runners.docker #1');
  assert.equal(at('[[|'), 'header  #0');
  assert.equal(at('[runners.|\nname = "x"'), 'header runners #1');
  assert.equal(at('[[runn|\n[runners.docker]\n'), 'header runn #0');
});

test('a key, finished or not', () => {
  assert.equal(at('[[runners]]\nna|me = "x"'), 'key runners.name #0');
  assert.equal(at('[[runners]]\n|name = "x"'), 'key runners.name #0');
  assert.equal(at('[[runners]]\nname| = "x"'), 'key runners.name #0');
  assert.equal(at('[[runners]]\nhelper_im|'), 'key runners.helper_im #0');
  assert.equal(at('[[runners]]\ndocker.im|'), 'key runners.docker.im #1');
  assert.equal(at('[[runners]]\ndocker.|'), 'key runners.docker #1');
  assert.equal(at('[[runners]]\n"na|me" = 1'), 'key runners.name #0');
});

test('a value, or where it is missing', () => {
  assert.equal(at('executor = "do|cker"'), 'value executor string "docker"');
  assert.equal(at('executor =|'), 'value executor invalid ');
  assert.equal(at('executor = |\nname = "x"'), 'value executor invalid ');
  assert.equal(at('executor = | "x"'), 'value executor string "x"');
  assert.equal(at('executor = \n|name = "x"'), 'key name #0');
  assert.equal(at('executor = \n|\nname = "x"'), 'table ');
  assert.equal(at('privileged = tr|'), 'value privileged invalid tr');
  assert.equal(at('script = """\n  a = |1\n"""'), 'value script string """\n  a = 1\n"""');
});

test('in an array: the item, or the array between items', () => {
  assert.equal(at('x = ["a|", "b"]'), 'value x string "a" depth 1');
  assert.equal(at('x = ["a", |"b"]'), 'value x string "b" depth 1');
  assert.equal(at('x = ["a", |]'), 'value x array ["a", ]');
  assert.equal(at('x = [["a|"]]'), 'value x string "a" depth 2');
  assert.equal(at('x = ["a"]|'), 'value x array ["a"]');
  assert.equal(at('x = [\n  "a",\n  |\n]\n'), 'value x array [\n  "a",\n  \n]');
});

test('an array without its bracket goes on as long as it must', () => {
  assert.equal(at('x = ["a", |'), 'value x array ["a",');
  assert.equal(at('x = ["a",\n  |\n[runners]\n'), 'value x array ["a",');
  assert.equal(at('x = [ # none yet\n  |\n[runners]\n'), 'value x array [');
  assert.equal(at('x = ["a"\n|\n[runners]\n'), 'table ');
  assert.equal(at('x = [["a", |'), 'value x array ["a", depth 1');
});

test('in an inline table: its keys and values', () => {
  assert.equal(at('docker = { im|age = "x" }'), 'key docker.image #0 inline');
  assert.equal(at('docker = { image = "x", | }'), 'table docker inline');
  assert.equal(at('docker = { image = "|x" }'), 'value docker.image string "x"');
  assert.equal(at('docker = { image = |'), 'value docker.image invalid ');
  assert.equal(at('docker = { image = , |'), 'table docker inline');
  assert.equal(at('docker = { |'), 'table docker inline');
  assert.equal(at('services = [{ na| }]'), 'key services.na #0 inline');
  assert.equal(at('services = [{ name = |'), 'value services.name invalid ');
  assert.equal(at('docker = {}|'), 'value docker inline-table {}');
});

test('the brackets around, from outside to inside', () => {
  assert.deepEqual(enclosing('x = "|"'), []);
  assert.deepEqual(enclosing('x = ["|"]'), ['[""]']);
  assert.deepEqual(enclosing('x = [{ a = ["|"] }]'), ['[{ a = [""] }]', '{ a = [""] }', '[""]']);
  assert.deepEqual(enclosing('x = { | }'), ['{  }']);
  assert.deepEqual(enclosing('x = [{ a|'), ['[{ a', '{ a']);
});

test('a comment', () => {
  assert.equal(at('# gitlab|-runner'), 'comment # gitlab-runner');
  assert.equal(at('x = 1 # no|te'), 'comment # note');
  assert.equal(at('|# note'), 'table ');
  assert.equal(at('x = [ # no|te\n]'), 'comment # note');
});
