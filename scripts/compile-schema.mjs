// Compiles schemas/*.json into what the server bundles: server/schema/generated/keys.json, a compact table of all keys,
// and validators.js, one function per definition. server/schema/table.ts reads the table; keep the two in step.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import { compileMessages } from './compile-messages.mjs';
import { compileRules } from './compile-rules.mjs';
import { mergeExamples } from './merge-examples.mjs';
import { write } from './write.mjs';

const KEYWORD = 'x-gitlab-runner';
const OUTPUT = 'server/schema/generated';
export const DOCS = 'https://docs.gitlab.com/runner/';

/** Numbers repeated values: `number(value)` is the value's place in `values`. */
function interned() {
  const values = [];
  const places = new Map();
  const number = (value) => {
    const text = JSON.stringify(value);
    if (!places.has(text)) places.set(text, values.push(value) - 1);
    return places.get(text);
  };
  return { values, number };
}

/** A list without the trailing entries that say nothing. */
function trimmed(row) {
  let length = row.length;
  while (length > 1 && (row[length - 1] === 0 || row[length - 1] === undefined)) length -= 1;
  return row.slice(0, length);
}

/** `--kebab-case` of a path: what the runner's flag is called in most cases. table.ts has the same rule. */
function usualFlag(path) {
  return path
    .slice(1)
    .map((name) =>
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase(),
    )
    .join('-');
}

const environmentOf = (flag) => flag.toUpperCase().replaceAll('-', '_');

/** 0 for none, 1 for the usual one, else the text. */
const unusual = (text, usual) => (text === undefined ? 0 : text === usual ? 1 : text);

function flagAndVariable(notes, path) {
  const flag = notes.flag?.replace(/^--/, '');
  const variable = environmentOf(flag ?? '');
  const prefixed = `RUNNER_${variable}`;
  return [unusual(flag, usualFlag(path)), notes.env === prefixed ? 2 : unusual(notes.env, variable)];
}

/** The rows in preorder. A row: depth, name, type, since, docs, executors, flag, variable, rest; see table.ts. */
function compileKeys(schema, required) {
  const types = interned();
  const versions = interned();
  const docs = interned();
  const executors = interned();
  const reasons = interned();
  const rows = [];

  function rest(node, notes, schemaPath) {
    const needed = required[schemaPath]?.map((key) => [
      key.name,
      key.severity === 'error' ? 1 : 0,
      reasons.number(key.why),
    ]);
    const entries = {
      x: notes.removed,
      a: notes.accidental && 1,
      // The annotation of a removed key has no place for the standard keyword.
      d: (node.deprecated || (notes.removed && notes.deprecatedSince)) && 1,
      s: notes.deprecatedSince,
      r: notes.replacedBy,
      v: node.default,
      t: notes.defaultText,
      n: notes.defaultNote,
      u: notes.unit,
      g: notes.grammar,
      j: notes.pairSeparator,
      m: notes.minimum,
      e: notes.noEffectSince,
      c: notes.caseInsensitive === false ? 1 : undefined,
      p: notes.sectionDeprecated && [notes.sectionDeprecated.since, notes.sectionDeprecated.removal],
      q: needed,
      k: notes.kindHistory?.map(({ since, kind, itemKind }) => trimmed([since, kind, itemKind])),
    };
    const said = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
    return Object.keys(said).length > 0 ? said : undefined;
  }

  function add(node, path, schemaPath, above) {
    const notes = node[KEYWORD];
    const name = path.at(-1);
    const type = [
      notes.kind,
      node.$ref?.replace('#/$defs/', ''),
      notes.itemKind,
      notes.enumeration,
      notes.enumerationOf,
      notes.enumerationOpen && 1,
    ];
    const page = notes.docs?.replace(DOCS, '');
    const users = notes.executors?.join(' ');
    // 0 stands for "as the table above", the common case.
    const same = (value, parent, list) => (value === undefined || value === parent ? 0 : list.number(value) + 1);
    const row = [
      path.length,
      name,
      types.number(trimmed(type)),
      versions.number(notes.since),
      same(page, above.page, docs),
      same(users, above.users, executors),
      ...flagAndVariable(notes, path),
      rest(node, notes, schemaPath),
    ];
    rows.push(trimmed(row));
    addBelow(node, path, schemaPath, { page: page ?? above.page, users: users ?? above.users });
  }

  function addBelow(node, path, schemaPath, above) {
    const prefix = schemaPath ? `${schemaPath}.` : '';
    const suffix = (child) => (child[KEYWORD].kind === 'array-of-tables' ? '[]' : '');
    const table = node.items?.properties ? node.items : node;
    const children = [
      ...Object.entries(table.properties ?? {}),
      ...Object.entries(node[KEYWORD].removedKeys ?? {}).map(([name, notes]) => [name, { [KEYWORD]: notes }]),
    ];
    for (const [name, child] of children) add(child, [...path, name], `${prefix}${name}${suffix(child)}`, above);
  }

  addBelow(schema, [], '', {});
  return {
    types: types.values,
    versions: versions.values,
    docs: docs.values,
    executors: executors.values,
    reasons: reasons.values,
    rows,
  };
}

function compileEnumerations(schema) {
  return Object.entries(schema.$defs).flatMap(([name, definition]) => {
    const enumeration = definition[KEYWORD]?.enumeration;
    if (!enumeration) return [];
    const { values, caseSensitive, open, checked } = enumeration;
    return [trimmed([name, values, caseSensitive ? 0 : 1, open ? 1 : 0, checked])];
  });
}

function compileFeatureFlags(flags) {
  return flags.map((flag) =>
    trimmed([
      flag.name,
      flag.default === undefined ? 2 : Number(flag.default),
      flag.since,
      flag.removed ?? 0,
      flag.deprecated ? 1 : 0,
      flag.deprecatedSince ?? 0,
      flag.toBeRemovedWith ?? 0,
      flag.hint ?? 0,
      flag.defaultHistory?.map((past) => [past.since, past.default === undefined ? 2 : Number(past.default)]) ?? 0,
      flag.onlyTable ? 1 : 0,
    ]),
  );
}

const annotations = new Set(['description', 'examples', KEYWORD]);
const withoutAnnotations = (definition) =>
  Object.fromEntries(Object.entries(definition).filter(([keyword]) => !annotations.has(keyword)));

/**
 * One exported function per definition; without messages, since the server words its own. The definitions use only
 * keywords that mean the same in every draft, so the plain ajv will do: its 2020 class adds a fifth for dynamic references.
 */
async function compileValidators(schema) {
  const $id = 'config';
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, messages: false, code: { source: true, optimize: 2 } });
  const definitions = Object.entries(schema.$defs).map(([name, definition]) => [name, withoutAnnotations(definition)]);
  ajv.addSchema({ $id, $defs: Object.fromEntries(definitions) });
  const names = Object.keys(schema.$defs);
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, `${$id}#/$defs/${name}`])));
  const imported = code.match(/require\([^)]*\)/);
  if (imported) throw new Error(`validators.js would pull in ${imported[0]}: use a pattern in the definition instead`);
  return (await transform(code, { minify: true, treeShaking: true, format: 'cjs', target: 'es2022', charset: 'utf8' }))
    .code;
}

/** Compiles schemas/ into server/schema/generated/ and returns the sizes. */
export async function compileSchema() {
  const read = (name) => JSON.parse(readFileSync(join('schemas', name), 'utf8'));
  const schema = read('config.schema.json');
  const flags = read('feature-flags.json');
  const table = {
    version: schema[KEYWORD].version,
    releases: read('releases.json'),
    toml11: schema[KEYWORD].toml11Since,
    durations: schema.$defs.duration[KEYWORD].kindHistory.at(-1).since,
    ...compileKeys(schema, read('required.json')),
    enumerations: compileEnumerations(schema),
    flags: compileFeatureFlags(flags),
    flagDocs: flags[0].docs.replace(DOCS, ''),
    order: read('completion-order.json'),
  };
  mkdirSync(OUTPUT, { recursive: true });
  return [
    ...compileMessages(),
    compileRules(),
    write(join(OUTPUT, 'keys.json'), JSON.stringify(table)),
    write(join(OUTPUT, 'validators.js'), await compileValidators(schema)),
    write(join(OUTPUT, 'texts.en.json'), JSON.stringify(mergeTexts('en'))),
    write(join(OUTPUT, 'examples.json'), JSON.stringify(mergeExamples('schemas/examples'))),
  ];
}

/** One file a language, so that the server reads one file at the first hover. */
function mergeTexts(language) {
  const read = (name) => JSON.parse(readFileSync(join('schemas', 'texts', language, `${name}.json`), 'utf8'));
  return {
    keys: { ...read('keys'), ...read('kubernetes') },
    featureFlags: read('feature-flags'),
    values: read('values'),
  };
}

if (process.argv[1]?.endsWith('compile-schema.mjs')) console.log((await compileSchema()).join('\n'));
