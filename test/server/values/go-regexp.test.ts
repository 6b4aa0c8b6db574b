import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { goRegexp, goRegexpOfJob } from '../../../server/values/go-regexp';
import { regexpProblem } from '../../../server/values/go-regexp-syntax';
import { SLACK } from '../../slack';
import { briefReportOf } from '../findings';

test('an expression is refused where Go refuses it, and nowhere else', () => {
  const lines = readFileSync('test/fixtures/go-regexp-verdicts.txt', 'utf8').split('\n');
  const verdicts = lines.filter((line) => line.startsWith('"')).map((line) => line.split('\t') as [string, string]);
  assert.ok(verdicts.length > 500);
  for (const [expression, verdict] of verdicts) {
    const problem = regexpProblem(JSON.parse(expression));
    assert.equal(problem === undefined, verdict === '', `${expression}: ${verdict || 'accepted'}, ${problem?.fault}`);
  }
});

test('what is wrong is said of its place', () => {
  const wrong = (text: string) => {
    const problem = regexpProblem(text);
    return problem && `${problem.fault} «${text.slice(problem.start, problem.end)}»`;
  };
  assert.equal(wrong('^group/(project-a|b'), 'unclosedGroup «(»');
  assert.equal(wrong('a)b'), 'unopenedGroup «)»');
  assert.equal(wrong('*.example'), 'nothingToRepeat «*»');
  assert.equal(wrong('a|+'), 'nothingToRepeat «+»');
  assert.equal(wrong('ba++c'), 'repeatedTwice «++»');
  assert.equal(wrong('a{1001}b'), 'repeatCount «{1001}»');
  assert.equal(wrong('(a{30}){50}'), 'repeatCount «{50}»');
  assert.equal(wrong('^(?!main)x'), 'lookAround «(?!»');
  assert.equal(wrong('(?<=x)'), 'lookAround «(?<=»');
  assert.equal(wrong('a[z-b]'), 'classRange «z-b»');
  assert.equal(wrong('[[:letter:]]'), 'className «[:letter:]»');
  assert.equal(wrong('x[ab'), 'unclosedClass «[ab»');
  assert.equal(wrong('(a)\\1'), 'backReference «\\1»');
  assert.equal(wrong('\\Z'), 'escape «\\Z»');
  assert.equal(wrong('a\\'), 'backslash «\\»');
  // Which names of Unicode there are depends on the Go that built the runner.
  assert.equal(wrong('\\p{Todhri}'), undefined);
});

test('a star at the start is meant as any text', () => {
  const meant = (text: string) => goRegexp.read(text).problems[0]?.repaired;
  assert.equal(meant('*'), '.*');
  assert.equal(meant('*-vm'), '.*-vm');
  assert.equal(meant('*('), undefined);
  assert.equal(meant('a|+'), undefined);
});

test('it is an error where the runner compiles the expression as it loads the file, and a warning where a job does', () => {
  const problems = (text: string) =>
    [goRegexp, goRegexpOfJob].map((grammar) => grammar.read(text).problems[0]?.refused);
  assert.deepEqual(problems('('), [true, false]);
  assert.deepEqual(problems('^ci-.*$'), [undefined, undefined]);
  const text = `[[runners]]
  [runners.kubernetes]
    namespace_overwrite_allowed = "ci-(.*"
  [[runners.monitoring.job_queuing_durations]]
    periods = ["* * * * * * *"]
    threshold = "1m"
    jobs_running_for_project = "[z-a]"
`;
  assert.deepEqual(briefReportOf(text), ['3 warning invalid-value «(»', '7 error invalid-value «z-a»']);
});

test('a long expression is read at once', () => {
  const start = performance.now();
  for (const part of [
    '(',
    '[',
    '[[:',
    '\\p{',
    '\\Q',
    '(?P<',
    'a{2}',
    '{1',
    '\\x{',
    'a*',
    '(?i)',
    '[a-',
    '|',
    '\\pL',
    '()',
  ]) {
    regexpProblem(part.repeat(100_000));
    regexpProblem(`a${part}`.repeat(100_000));
  }
  assert.ok(performance.now() - start < 5000 * SLACK);
});
