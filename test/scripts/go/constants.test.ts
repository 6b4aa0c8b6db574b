import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openCheckout } from '../../../scripts/go/checkout';
import { constantOf, durationText } from '../../../scripts/go/constants';

const root = mkdtempSync(join(tmpdir(), 'go-constants-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'a', 'b'), { recursive: true });
writeFileSync(join(root, 'go.mod'), 'module example.com/m\n\ngo 1.24\n');
writeFileSync(
  join(root, 'a', 'a.go'),
  `package a

import (
	"time"

	other "example.com/m/a/b"
	"example.com/elsewhere"
)

const (
	Minutes          = 5 * time.Minute
	Negative         = -(1 + 2) * 4
	Bytes            = 4 * 1024 * 1024 // in bytes
	Shifted          = 1 << 10
	Hex, Text        = 0x1F, "a\\tb" +
		"c"
	Raw       string = \`x\\n\`
	Converted        = time.Duration(90) * time.Second
	Borrowed         = other.Base + 1
	Foreign          = elsewhere.Value
	On               = true
	First            = iota
)

var variable = 30
`,
);
writeFileSync(join(root, 'a', 'b', 'b.go'), 'package b\n\nconst Base = 41\n');
writeFileSync(join(root, 'a', 'a_test.go'), 'package a\n\nconst OnlyInTests = 1\n');

const constant = (name: string) => constantOf(openCheckout(root), 'a', name);

test('numbers, durations and texts', () => {
  assert.equal(constant('Minutes'), 300_000_000_000);
  assert.equal(constant('Negative'), -12);
  assert.equal(constant('Bytes'), 4_194_304);
  assert.equal(constant('Shifted'), 1024);
  assert.equal(constant('Hex'), 31);
  assert.equal(constant('Text'), 'a\tbc');
  assert.equal(constant('Raw'), 'x\\n');
  assert.equal(constant('Converted'), 90_000_000_000);
  assert.equal(constant('On'), true);
  assert.equal(constant('variable'), 30);
});

test('a constant of another package of the module', () => {
  assert.equal(constant('Borrowed'), 42);
});

test('what cannot be told is undefined', () => {
  assert.equal(constant('Foreign'), undefined);
  assert.equal(constant('First'), undefined);
  assert.equal(constant('Missing'), undefined);
  assert.equal(constant('OnlyInTests'), undefined);
});

test('durations are written as short as they go', () => {
  assert.deepEqual([0, 300e9, 5400e9, 1500e6, -2e9, 1].map(durationText), [
    '0s',
    '5m',
    '1h30m',
    '1s500ms',
    '-2s',
    '1ns',
  ]);
});
