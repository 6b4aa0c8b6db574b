// Compiles schemas/rules/*.json, what is known of each code of a diagnostic, into server/text/generated/codes.ts: the closed
// list of the codes, with what the server asks of them. Evidence and examples stay in schemas/ for docs and tests.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './write.mjs';

const RULES = 'schemas/rules';

/** All rows of schemas/rules by code, with their area. */
export function readRules(folder = RULES) {
  const rules = {};
  for (const name of readdirSync(folder).sort()) {
    const area = name.replace(/\.json$/, '');
    for (const [code, row] of Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')))) {
      if (rules[code]) throw new Error(`The code ${code} stands twice in ${folder}`);
      rules[code] = { area, ...row };
    }
  }
  return rules;
}

/** Writes the codes; returns the size. */
export function compileRules() {
  const rules = Object.entries(readRules());
  const rows = rules.map(([code, { area, severity, about, covers, inExamples, ignorable, loads }]) => {
    const facts = JSON.stringify({
      severity,
      about,
      covers,
      inExamples,
      loads,
      canBeIgnored: area === 'syntax' || ignorable === false ? undefined : true,
    });
    return `  '${code}': ${facts},`;
  });
  const ofSyntax = rules.filter(([, { area }]) => area === 'syntax').map(([code]) => `'${code}'`);
  mkdirSync('server/text/generated', { recursive: true });
  return write(
    'server/text/generated/codes.ts',
    `// Written by scripts/compile-rules.mjs out of schemas/rules.
export const codes = {
${rows.join('\n')}
} as const;

/** The codes of the area syntax. */
export type SyntaxAreaCode = ${ofSyntax.join(' | ')};
`,
  );
}
