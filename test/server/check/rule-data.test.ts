/** What schemas/rules tells of each code holds: its examples get it, and what is right gets nothing. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { containerOfName } from '../../../server/containers/kinds';
import { LANGUAGE_ID } from '../../../server/containers/toml-file/recognition';
import { Service } from '../../../server/service';
import { allCodes, type Code, factsOf, isCode, type Severity } from '../../../server/text/code';
import { counted } from '../../counted';

interface Example {
  /** A name that tells how the file is read; a plain config.toml where there is none. */
  readonly file?: string;
  readonly bad: string;
  readonly good: string;
}

interface Row {
  readonly evidence?: string;
  readonly examples?: readonly Example[];
}

/** A thousand findings are no example: test/server/features/diagnostics.test.ts has them. */
const WITHOUT_EXAMPLE: Code = 'too-many-problems';

const FOLDER = 'schemas/rules';

/** What TOML, or a chart, says is in no page about the runner, nor are comments of this project. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set([
  ...Object.keys(JSON.parse(readFileSync(`${FOLDER}/syntax.json`, 'utf8'))),
  ...['chart-config-misplaced', 'chart-key-registration', 'chart-key-removed'],
  'duplicate-key',
  'not-utf8',
  'runner-version',
  'unused-ignore',
]);
const rows: ReadonlyMap<string, Row> = new Map(
  counted(readdirSync(FOLDER)).flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, Row>),
  ),
);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function diagnosticsOf(text: string, file = 'config.toml', isVersioned = false) {
  const uri = `file:///gitlab-runner/${file}`;
  const languageId = containerOfName(file)?.id ?? LANGUAGE_ID;
  const service = new Service();
  service.versioned(uri, isVersioned);
  return service.diagnostics({ uri, languageId, version: 1, getText: () => text });
}

for (const code of counted(allCodes)) {
  const { evidence, examples = [] } = rows.get(code) ?? {};
  const isVersioned = factsOf(code).about === 'repository';
  describe(code, () => {
    it('rests on something', () => assert.ok(evidence));
    if (code !== WITHOUT_EXAMPLE) it('has an example', () => assert.ok(examples.length > 0));
    for (const { file, bad, good } of examples) {
      it(`is found in ${JSON.stringify(bad)}`, () =>
        assert.ok(diagnosticsOf(bad, file, isVersioned).some((found) => found.code === code)));
      it(`not in ${JSON.stringify(good)}, nor anything else`, () =>
        assert.deepEqual(
          diagnosticsOf(good, file, isVersioned).map((found) => found.code),
          [],
        ));
    }
    if (examples.length > 0) {
      const found = () =>
        examples.flatMap(({ bad, file }) => diagnosticsOf(bad, file, isVersioned)).filter((each) => each.code === code);
      it('says a sentence', () => {
        for (const { message } of counted(found())) assert.match(String(message), /^\P{Ll}.{18,}[.?:]$/su);
      });
      it('leads to the documentation of what it is about', () => {
        for (const { codeDescription } of counted(found()))
          if (!WITHOUT_PAGE.has(code)) assert.match(codeDescription?.href ?? '', /^https:\/\/\S+$/);
      });
      it('has its default severity in one of them', () => {
        const found = examples.flatMap(({ bad, file }) => diagnosticsOf(bad, file, isVersioned));
        const severity = severities[factsOf(code).severity];
        assert.ok(found.some((each) => each.code === code && each.severity === severity));
      });
    }
  });
}

it('nothing is reported under another code', () => {
  const found = [...rows.values()].flatMap(({ examples = [] }) =>
    examples.flatMap(({ bad, file }) => diagnosticsOf(bad, file, true).map(({ code }) => String(code))),
  );
  assert.deepEqual(
    counted(found, allCodes.length).filter((code) => !isCode(code)),
    [],
  );
});
