/** Which gaps of a configuration still are those that a log complained of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Complaints } from '../../client/complaints';
import type { ExplainedCure, ExplanationResult } from '../../protocol/explanation';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const cure = (choice: number, held?: string, runner: ExplainedCure['runner'] = { index: 0 }): ExplainedCure => ({
  lines: [`way ${choice}`],
  edits: [],
  ...{ runner, choice, place: NOWHERE },
  ...(held !== undefined && { held }),
});

const resultOf = (id: string, ...cures: ExplainedCure[]): ExplanationResult => ({
  verdict: 'runner',
  errors: [{ complaint: { id, captures: {}, runner: {} }, line: 0, text: '', message: id, commands: [], cures }],
});

/** The ways that are shown of an error that was explained with some cures, now that there are others. */
function waysLeft(before: readonly ExplainedCure[], now: readonly ExplainedCure[]): string[] {
  const complaints = new Complaints();
  complaints.hear(resultOf('known', ...before), 'a.toml');
  const [heard] = complaints.about('a.toml');
  assert.ok(heard);
  return complaints.gapsIn(heard, 'a.toml', now).map(({ lines, runner }) => `${lines}${runner.name ?? ''}`);
}

test('the best way is shown until one of them is gone', () => {
  const both = [cure(1), cure(2)];
  assert.deepEqual(waysLeft(both, both), ['way 1']);
  assert.deepEqual(waysLeft(both, [cure(2)]), []);
  assert.deepEqual(waysLeft(both, [cure(1)]), []);
});

test('what the user was to fill in is done once something else stands there', () => {
  const before = [cure(1, 'null')];
  assert.deepEqual(waysLeft(before, before), ['way 1']);
  assert.deepEqual(waysLeft(before, [cure(1, '"https://10.0.0.1"')]), []);
});

test('each runner that it may be has its own', () => {
  const [a, b] = [cure(1, undefined, { index: 0, name: 'a' }), cure(1, undefined, { index: 1, name: 'b' })];
  assert.deepEqual(waysLeft([a, b], [a, b]), ['way 1a', 'way 1b']);
  assert.deepEqual(waysLeft([a, b], [{ ...b, runner: { index: 7, name: 'b' } }]), ['way 1b']);
});

test('a file that lacked nothing when it was explained may lack it later', () => {
  assert.deepEqual(waysLeft([], [cure(1)]), ['way 1']);
});

test('a log is about the configuration that it was explained with, or about any', () => {
  const complaints = new Complaints();
  complaints.hear(resultOf('one'), 'a.toml');
  complaints.hear(resultOf('two'), undefined);
  const about = (file: string) => complaints.about(file).map(({ message }) => message);
  assert.deepEqual(about('a.toml'), ['two', 'one']);
  assert.deepEqual(about('b.toml'), ['two']);
  complaints.hear(resultOf('one'), 'a.toml');
  assert.deepEqual(about('a.toml'), ['one', 'two']);
});
