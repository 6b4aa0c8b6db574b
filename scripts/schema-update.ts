/**
 * `npm run schema:update -- PATH [--check]`: what a checkout of GitLab Runner's source says that schemas/ do not.
 * Without --check the differences are written, with stubs that the tests refuse until somebody has written the texts.
 * Exits 0 when there is nothing to do or all is written, 1 with differences left, 2 when it could not be told.
 */
import { compare, type Difference } from './schema-update/compare';
import { editFlags } from './schema-update/edit-flags';
import { byHand, editSchema } from './schema-update/edit-schema';
import { editExamples, editTexts } from './schema-update/edit-texts';
import { report } from './schema-update/report';
import { runnerFacts } from './schema-update/runner-facts';
import { schemaFacts } from './schema-update/schema-facts';
import { readSchemas, type SchemasFolder, writeSchemas } from './schema-update/schemas-folder';
import type { Facts } from './schema-update/types';

const SCHEMAS = 'schemas';

function main(): number {
  const checkOnly = process.argv.includes('--check');
  const [checkout, folder = SCHEMAS] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (!checkout) throw new Error('Usage: npm run schema:update -- CHECKOUT [--check]');
  const schemas = readSchemas(folder);
  const source = runnerFacts(checkout);
  const ours = schemaFacts(schemas.schema, schemas.flags);
  if (compareVersions(source.version, ours.version) < 0) {
    throw new Error(`The checkout is GitLab Runner ${source.version}; schemas/ are for ${ours.version} already.`);
  }
  const differences = compare(source, ours);
  console.log(report(source, ours, differences));
  const isNewRelease = source.released !== undefined && source.released !== ours.released;
  const settled = source.version === ours.version && differences.length === 0 && !isNewRelease;
  if (checkOnly || settled) return settled || differences.length === 0 ? 0 : 1;
  if (source.doubts.length > 0) throw new Error('Nothing is written as long as that is not certain.');
  apply(schemas, differences, source);
  const written = writeSchemas(folder, schemas);
  console.log(`\nWritten: ${written.join(', ')}. What comes next: CONTRIBUTING.md, "A new runner release".`);
  return differences.some(byHand) ? 1 : 0;
}

function apply(schemas: SchemasFolder, differences: readonly Difference[], source: Facts): void {
  const { version } = source;
  editSchema(schemas.schema, differences, source);
  schemas.flags = editFlags(schemas.flags, differences, version);
  for (const language of schemas.texts) editTexts(language, differences, version);
  editExamples(schemas.examples, differences);
}

/** Negative when `a` is the older one. */
function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
