// Writes schemas/config.schema.json and schemas/feature-flags.json from the facts mined from the runner's source.
// `node scripts/generate-schema.mjs [FACTS_DIR]`; with --check nothing is written and a difference exits 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEYWORD = 'x-gitlab-runner';
const LINE_WIDTH = 120;

// The facts say these two in words. Durations as texts: keys.README.md (the TOML library of 15.9; 15.8 has v0.3.1, which
// takes whole numbers only). TOML 1.1: the library of 18.9 (v1.6.0) decodes it, the one of 18.8 (v1.4.0) does not.
const DURATION_TEXTS_SINCE = '15.9';
const TOML_1_1_SINCE = '18.9';

// The pinned facts leave this one out; value check `docker-isolation` of the same facts says that case does not matter.
const CASE_INSENSITIVE = new Set(['docker_isolation']);

const string = { type: 'string' };
const integer = { type: 'integer' };
const arrayOf = (items) => ({ type: 'array', items });
const mapOf = (additionalProperties) => ({ type: 'object', additionalProperties });

/** The leaf types that are not enumerations. Only those that a key uses are written. */
const leafTypes = {
  string: { description: 'Text.', ...string },
  boolean: { description: 'true or false.', type: 'boolean' },
  integer: { description: 'A whole number of 64 bits.', ...integer },
  int32: { description: 'A whole number of 32 bits.', ...integer, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  // The decoder refuses an integer that a 64-bit float does not hold exactly.
  float: { description: 'A number.', type: 'number', minimum: -(2 ** 53), maximum: 2 ** 53 },
  duration: {
    description: 'A Go duration such as "1h30m"; an integer means nanoseconds.',
    type: ['string', 'integer'],
    pattern: '^[+-]?(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$',
    examples: ['30s', '15m', '1h30m'],
    [KEYWORD]: {
      kindHistory: [
        { since: '0.1', kind: 'integer' },
        { since: DURATION_TEXTS_SINCE, kind: 'duration' },
      ],
    },
  },
  // Wider than `format: date-time`: a TOML date or time without an offset decodes too, and arrives here as its text.
  datetime: {
    description: 'A date and time of RFC 3339, or one of the local forms of TOML.',
    type: 'string',
    pattern:
      '^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?|[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)$',
    examples: ['2026-01-31T12:00:00Z'],
  },
  'string-array': { description: 'A list of texts.', ...arrayOf(string) },
  'boolean-array': { description: 'A list of true or false.', ...arrayOf({ type: 'boolean' }) },
  'integer-array': { description: 'A list of whole numbers.', ...arrayOf(integer) },
  'number-array': { description: 'A list of numbers.', ...arrayOf({ $ref: '#/$defs/float' }) },
  'string-or-string-array': {
    description: 'One text or a list of texts.',
    type: ['string', 'array'],
    items: string,
  },
  'string-map': { description: 'Names with texts.', ...mapOf(string) },
  'float-map': { description: 'Names with numbers.', ...mapOf({ $ref: '#/$defs/float' }) },
  'integer-map': { description: 'Names with whole numbers.', ...mapOf(integer) },
  'boolean-map': { description: 'Names with true or false.', ...mapOf({ type: 'boolean' }) },
  'string-array-map': { description: 'Names with lists of texts.', ...mapOf(arrayOf(string)) },
  'any-map': { description: 'Settings that the runner hands on to a plugin.', type: 'object' },
};

const tableTypes = {
  table: { description: 'A table.', type: 'object' },
  'array-of-tables': { description: 'A list of tables.', ...arrayOf({ type: 'object' }) },
};

const simpleTypes = ['string', 'boolean', 'integer', 'float', 'duration', 'datetime'];
const nameOfItem = { string: 'string', boolean: 'boolean', integer: 'integer', float: 'number' };

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** `ab1` to `[aA][bB]1`: JSON Schema patterns have no flag that ignores case. */
const anyCase = (text) => escapeRegExp(text).replace(/[a-z]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);
const oneOf = (values, spell) => `^(?:${values.map(spell).join('|')})$`;

/** `v16.6.0` to `16.6`, `<=v0.1.0` to `0.1`; nothing to nothing. */
const version = (text) => text?.match(/^(?:<=)?v?(\d+\.\d+)/)[1];

const isTable = (key) => key.kind === 'table' || key.kind === 'array-of-tables';
const caseSensitive = (enumeration) => enumeration.case_sensitive !== false && !CASE_INSENSITIVE.has(enumeration.name);

/** Drops what is undefined, so that an annotation holds only what the facts say. */
const said = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The definition of one enumeration's value. Go cannot tell an empty text from a missing key unless the field is a pointer. */
function enumerationType(enumeration, keys) {
  const using = keys.filter((key) => key.enum_ref === enumeration.name && !key.removed && key.kind === 'string');
  const emptyMeansUnset = using.length > 0 && using.every((key) => !key.pointer) && enumeration.name !== 'executor';
  const values = [...new Set(emptyMeansUnset ? [...enumeration.values, ''] : enumeration.values)];
  const sensitive = caseSensitive(enumeration);
  const check = enumeration.open
    ? { examples: enumeration.values }
    : sensitive
      ? { enum: values }
      : { pattern: oneOf(values, anyCase), examples: enumeration.values };
  return {
    type: 'string',
    ...check,
    [KEYWORD]: {
      enumeration: said({
        values: enumeration.values,
        caseSensitive: sensitive,
        open: Boolean(enumeration.open),
        checked: enumeration.checked,
      }),
    },
  };
}

/** The name of the definition of a leaf and, where it is not there yet, the definition itself. */
export function leafDefinition(key, enumerations) {
  const item = key.item_kind ?? key.value_kind;
  const enumeration = enumerations.get(key.enum_ref);
  if (key.map_key_pattern) {
    const type = {
      ...mapOf({ type: 'string', pattern: key.map_value_pattern }),
      propertyNames: { pattern: key.map_key_pattern },
      maxProperties: key.map_max_entries,
    };
    return [key.name, { description: 'Labels: names with texts, both of a limited alphabet.', ...type }];
  }
  if (key.item_must_contain) {
    const text = key.item_must_contain;
    return [
      `string-array-with-${text.replace(/\W/g, '')}`,
      { description: `A list of texts that contain ${text}.`, ...arrayOf({ ...string, pattern: escapeRegExp(text) }) },
    ];
  }
  if (enumeration && !enumeration.open) {
    const ref = { $ref: `#/$defs/${enumeration.name}` };
    if (key.kind === 'string') return [enumeration.name];
    if (key.kind === 'array') return [`${enumeration.name}-array`, arrayOf(ref)];
    if (key.kind === 'map') {
      return [`${enumeration.name}-map`, { ...mapOf(string), propertyNames: { enum: enumeration.values } }];
    }
    const pattern = oneOf(enumeration.values, escapeRegExp);
    return [`${enumeration.name}-or-array`, { type: ['string', 'array'], pattern, items: ref }];
  }
  if (key.go_type.replace('*', '') === 'int32') return ['int32', leafTypes.int32];
  if (key.kind === 'array') return leaf(`${nameOfItem[item]}-array`);
  if (key.kind === 'string-or-array') return leaf('string-or-string-array');
  if (key.kind === 'map') return leaf(item === 'array' ? `${key.value_item_kind}-array-map` : `${item}-map`);
  if (enumeration) return [enumeration.name];
  if (simpleTypes.includes(key.kind)) return leaf(key.kind);
  throw new Error(`${key.path}: no definition for kind ${key.kind}`);
}

function leaf(name) {
  if (!leafTypes[name])
    throw new Error(`no leaf type ${name}: describe it in leafTypes of scripts/generate-schema.mjs`);
  return [name, leafTypes[name]];
}

const pathsIn = (text) => text?.split(';').map((path) => path.trim());

/**
 * What schemas/value-forms.json says of a key: its grammar, its unit, what stands between name and value in the texts of a list,
 * and what of it is a secret. A duration is one wherever it is.
 */
function formsOf(key, forms) {
  const said = Object.entries(forms).map(([form, groups]) => {
    const found = Object.entries(groups).find(([, paths]) => paths.includes(key.path));
    return [form, found?.[0]];
  });
  return { ...Object.fromEntries(said), ...(key.kind === 'duration' ? { grammar: 'go-duration' } : {}) };
}

/** A form that is said of no key has to go. */
function checkForms(forms, byPath) {
  for (const path of Object.values(forms).flatMap((groups) => Object.values(groups).flat())) {
    if (!byPath.has(path)) throw new Error(`schemas/value-forms.json: there is no key ${path}`);
  }
}

/** The message that says what the facts say in words; schemas/default-words.json has it. */
function messageOf(text, words) {
  if (text !== undefined && !words[text]) throw new Error(`schemas/default-words.json has no message for "${text}"`);
  return words[text];
}

function annotation(key, parent, { forms, words }) {
  const section = key.section_deprecated;
  const { enumeration, target } = enumerationUse(key);
  const { grammar, nameGrammar, unit, pairSeparator, secret } = formsOf(key, forms);
  return said({
    kind: key.kind,
    itemKind: isTable(key) ? undefined : (key.item_kind ?? key.value_kind),
    kindHistory: key.kind_history?.map((past) =>
      said({ since: version(past.since), kind: past.kind, itemKind: past.item_or_value }),
    ),
    match: key.match === 'tag' ? undefined : key.match,
    caseInsensitive: key.keys_case_insensitive ? undefined : false,
    since: version(key.since),
    unreleased: key.since_unreleased,
    removed: version(key.removed),
    accidental: key.accidental,
    deprecatedSince: version(key.deprecated_since),
    replacedBy: pathsIn(key.replaced_by),
    sectionDeprecated:
      section && !parent?.section_deprecated ? { since: section.version, removal: section.removal } : undefined,
    noEffectSince: version(key.no_effect_since),
    executors: key.executors,
    enumeration,
    enumerationOf: target,
    enumerationOpen: key.enum_open,
    minimum: key.minimum ?? key.jsonschema?.minimum,
    defaultText: messageOf(key.default_expr, words),
    defaultNote: messageOf(key.default_note, words),
    grammar,
    nameGrammar,
    unit: unit ?? key.default_unit,
    pairSeparator,
    secret,
    docs: inPassing(key) ? parent?.docs : key.docs,
    flag: key.cli_flag,
    env: key.env_var,
  });
}

/** A key of any executor that the documentation shows only in an example about one of them: that page is not about it. */
const inPassing = (key) => key.docs_how === 'example only' && !key.executors?.length;

const targets = { array: 'items', 'string-or-array': 'items' };

function enumerationUse(key) {
  if (!key.enum_ref) return {};
  const target = key.kind === 'map' ? (key.enum_open ? 'values' : 'keys') : targets[key.kind];
  return { enumeration: key.enum_ref, target };
}

/**
 * The keys with what schemas/fact-corrections.json says against the mined facts, each with its reason; null takes away.
 * One that changes nothing any more has to go.
 */
export function correctFacts(keys, corrections) {
  const left = new Set(Object.keys(corrections));
  const corrected = keys.map((key) => {
    if (!left.delete(key.path)) return key;
    const { why, ...changes } = corrections[key.path];
    for (const [name, value] of Object.entries(changes)) {
      if ((key[name] ?? null) === value) throw new Error(`${key.path}: the facts say the same of ${name} by now`);
    }
    const known = Object.entries({ ...key, ...changes }).filter(
      ([name, value]) => !(name in changes) || value !== null,
    );
    return Object.fromEntries(known);
  });
  if (left.size > 0) throw new Error(`no such key to correct: ${[...left].join(', ')}`);
  return corrected;
}

/**
 * The whole JSON Schema. `data` is what we say ourselves: `required` holds schemas/required.json, of which only what stops the
 * runner goes in, `forms` schemas/value-forms.json, `words` schemas/default-words.json.
 */
export function buildSchema({ keys, enums, runnerVersion, released, data }) {
  const enumerations = new Map(enums.map((enumeration) => [enumeration.name, enumeration]));
  const byPath = new Map(keys.map((key) => [key.path, key]));
  const below = groupByTable(keys);
  const definitions = new Map();
  checkForms(data.forms, byPath);

  function tableSchema(path) {
    const children = below.get(path) ?? [];
    const stops = (data.required[path] ?? []).filter((key) => key.refused).map((key) => key.name);
    const live = children.filter((key) => !key.removed).map((key) => [key.name, keySchema(key)]);
    return said({
      type: 'object',
      required: stops.length > 0 ? stops : undefined,
      properties: Object.fromEntries(live),
      additionalProperties: false,
    });
  }

  function keySchema(key) {
    const removed = (below.get(key.path) ?? []).filter((child) => child.removed);
    const notes = annotation(key, byPath.get(key.table), data);
    if (removed.length > 0) notes.removedKeys = removedKeys(removed, data);
    const standard = said({ default: key.default, deprecated: key.deprecated || undefined, [KEYWORD]: notes });
    if (key.kind === 'table') return { ...tableSchema(key.path), ...standard };
    if (key.kind === 'array-of-tables') return { ...arrayOf(tableSchema(key.path)), ...standard };
    const [name, type] = leafDefinition(key, enumerations);
    if (type) definitions.set(name, type);
    return { $ref: `#/$defs/${name}`, ...standard };
  }

  const root = tableSchema('');
  for (const enumeration of enums) definitions.set(enumeration.name, enumerationType(enumeration, keys));
  if (definitions.has('number-array')) definitions.set('float', leafTypes.float);
  const order = [...Object.keys(tableTypes), ...Object.keys(leafTypes)];
  const base = order.filter((name) => tableTypes[name] || definitions.has(name));
  const others = [...definitions.keys()].filter((name) => !order.includes(name)).sort();
  const get = (name) => tableTypes[name] ?? definitions.get(name);
  const removedAtRoot = (below.get('') ?? []).filter((key) => key.removed);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: "GitLab Runner's config.toml",
    description: `The configuration file of GitLab Runner, as version ${runnerVersion} reads it. Generated: see scripts/generate-schema.mjs.`,
    ...root,
    [KEYWORD]: {
      version: runnerVersion,
      released,
      toml11Since: TOML_1_1_SINCE,
      removedKeys: removedKeys(removedAtRoot, data),
    },
    $defs: Object.fromEntries([...base, ...others].map((name) => [name, get(name)])),
  };
}

function removedKeys(keys, data) {
  return Object.fromEntries(keys.map((key) => [key.name, annotation(key, undefined, data)]));
}

function groupByTable(keys) {
  const groups = new Map();
  for (const key of keys) groups.set(key.table, [...(groups.get(key.table) ?? []), key]);
  return groups;
}

/**
 * The feature flags, live ones first. What the facts hint about a removed one, less its date, becomes `hint`. `onlyTable`
 * are those that do nothing as a variable.
 */
export function buildFeatureFlags(flags, hints, onlyTable) {
  const page = flags.find((flag) => flag.docs).docs;
  const entry = (flag) =>
    said({
      name: flag.name,
      default: flag.default ?? undefined,
      defaultHistory: flag.default_history?.map((past) =>
        said({ since: version(past.since), default: past.default ?? undefined }),
      ),
      onlyTable: onlyTable.has(flag.name) || undefined,
      since: version(flag.since),
      unreleased: flag.since_unreleased,
      removed: version(flag.removed),
      deprecated: flag.deprecated || undefined,
      deprecatedSince: version(flag.deprecated_since),
      toBeRemovedWith: version(flag.to_be_removed_with),
      hint: hints[flag.name]?.match(/\((?:see )?(\S+)(?: key)?\)/)?.[1],
      docs: flag.docs ?? page,
    });
  const ours = flags.filter((flag) => !flag.internal);
  return [...ours.filter((flag) => !flag.removed), ...ours.filter((flag) => flag.removed)].map(entry);
}

/** The flags that the runner reads outside of jobs, where it has no variables: a rule of the facts lists them. */
function tableOnlyFlags(rules) {
  const { condition } = rules.find((rule) => rule.id === 'feature-flag-env-only-manager');
  const names = condition.match(/\bFF_[A-Z_]+(?=,)/g);
  return new Set(names);
}

/** JSON with every object or array that fits on one line on one line, so that a key's entry reads as a row. */
export function stringify(value, indent = '', used = 0) {
  const flat = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + used + flat.length < LINE_WIDTH) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + stringify(item, inner))
    : Object.entries(value).map(([name, item]) => {
        const label = `${JSON.stringify(name)}: `;
        return inner + label + stringify(item, inner, label.length);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The version that schemas/ are for; scripts/schema-update.ts moves them on from where the facts left them. */
function committedVersion() {
  const file = 'schemas/config.schema.json';
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'))[KEYWORD].version : undefined;
}

function newer(a, b) {
  const [major, minor] = a.split('.').map(Number);
  const [otherMajor, otherMinor] = b.split('.').map(Number);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}

function main() {
  const check = process.argv.includes('--check');
  const facts = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/facts';
  const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
  const checks = read(facts, 'checks.json');
  const files = {
    'schemas/config.schema.json': buildSchema({
      keys: correctFacts(read(facts, 'keys.json'), read('schemas/fact-corrections.json')),
      enums: read(facts, 'enums.json'),
      runnerVersion: version(checks.meta.runner_version),
      released: version(read(facts, 'report.json').last_tag),
      data: {
        required: read('schemas/required.json'),
        forms: read('schemas/value-forms.json'),
        words: read('schemas/default-words.json'),
      },
    }),
    'schemas/feature-flags.json': buildFeatureFlags(
      read(facts, 'feature-flags.json'),
      checks.removed_feature_flags,
      tableOnlyFlags(checks.cross_key_rules),
    ),
  };
  const committed = committedVersion();
  if (committed && newer(committed, files['schemas/config.schema.json'][KEYWORD].version)) {
    console.error(
      `schemas/ are for GitLab Runner ${committed} and the facts are older: ${check ? 'not compared' : 'nothing is written'}.`,
    );
    process.exitCode = check ? 0 : 1;
    return;
  }
  for (const [file, content] of Object.entries(files)) {
    const text = `${stringify(content)}\n`;
    const same = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (check && !same) {
      console.error(`${file} is not what the facts give: run node scripts/generate-schema.mjs`);
      process.exitCode = 1;
    } else if (!check && !same) {
      writeFileSync(file, text);
      console.log(`wrote ${file} (${text.length} characters)`);
    }
  }
}

if (process.argv[1]?.endsWith('generate-schema.mjs')) main();
