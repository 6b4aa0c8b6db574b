/** The reports that other programs read: they are as their schemas ask, and tell one problem from another wherever its line moves. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { run } from '../../../../server/command/command-line';
import { counted } from '../../../counted';
import codeQualitySchema from '../../../fixtures/reports/code-quality.schema.json';
import sarifSchema from '../../../fixtures/reports/sarif.schema.json';
import { folderWith } from './folder';

const TEXT = 'concurrent = "1"\n[[runners]]\n  limt = 3\n  [runners.docker]\n    image = "a"\n    image = "b"\n';

// biome-ignore lint/suspicious/noExplicitAny: a report is read as its schema says, which the test has checked.
function reportOf(format: string, text: string, file = 'my config.toml'): { status: number; report: any } {
  const { status, output } = run(['lint', '--format', format, '--stdin-filename', file, '-'], () => text);
  return { status, report: JSON.parse(output) };
}

test('SARIF is valid, with places, rules, related places and fixes', () => {
  const { status, report } = reportOf('sarif', TEXT);
  assert.equal(status, 1);
  const validate = new Ajv({ formats: { 'uri-reference': /^[^\s"<>\\^`{|}]*$/ } }).compile(sarifSchema);
  const isValid: boolean = validate(report);
  assert.ok(isValid, JSON.stringify(validate.errors));
  const [{ tool, results }] = report.runs;
  const typed = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'wrong-type');
  assert.deepEqual(typed.locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: 'my%20config.toml' },
        region: { startLine: 1, startColumn: 14, endLine: 1, endColumn: 17 },
      },
    },
  ]);
  assert.equal(tool.driver.rules[typed.ruleIndex].id, 'wrong-type');
  assert.match(tool.driver.rules[typed.ruleIndex].help.markdown, /^### `wrong-type`\n/);
  assert.deepEqual(typed.fixes[0].artifactChanges[0].replacements, [
    { deletedRegion: typed.locations[0].physicalLocation.region, insertedContent: { text: '1' } },
  ]);
  const twice = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'duplicate-key');
  assert.equal(twice.relatedLocations[0].physicalLocation.region.startLine, 5);
});

test('the code quality report is valid', () => {
  const { status, report } = reportOf('codequality', TEXT);
  assert.equal(status, 1);
  const validate = new Ajv({ formats: { 'uri-reference': /^[^\s"<>\\^`{|}]*$/ } }).compile(codeQualitySchema);
  const isValid: boolean = validate(report);
  assert.ok(isValid, JSON.stringify(validate.errors));
  assert.deepEqual(report[0].location, { path: 'my config.toml', lines: { begin: 1, end: 1 } });
});

test('a report of nothing is a report', () => {
  assert.deepEqual(reportOf('codequality', 'concurrent = 1\n').report, []);
  assert.deepEqual(reportOf('sarif', 'concurrent = 1\n').report.runs[0].results, []);
});

test('fingerprints stay where lines move, and are those of one problem', () => {
  const printsOf = (text: string) =>
    reportOf('codequality', text).report.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  const before: string[] = counted(printsOf(TEXT), 3);
  assert.equal(new Set(before).size, before.length);
  assert.deepEqual(printsOf(`# a comment\n\n${TEXT}`), before);
  assert.ok(printsOf('concurrent = "1"\n').every((each: string) => before.includes(each)));
});

test('a file below the folder is named from there, whatever way it was named', (t) => {
  const folder = folderWith(t, { 'config.toml': 'concurrent = "1"\n' });
  const { output } = run(['lint', '--format', 'sarif', join(folder, 'config.toml')], () => '');
  const [{ results }] = JSON.parse(output).runs;
  assert.match(results[0].locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\/.*\/config\.toml$/);
});

test('the text names related places', () => {
  const { output } = run(['lint', '-'], () => TEXT);
  assert.match(output, /^-:6:5: error: .*\[duplicate-key\]\n-:5:5: see also: /m);
});
