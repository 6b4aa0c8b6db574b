/** What there is to say about a key, in Markdown, as a hover shows it. */

import type { Context } from '../meaning/context';
import { headerOf } from '../meaning/table-names';
import type { KeyText } from '../schema/text-files';
import type { KeySchema } from '../schema/types';
import { type List, type Message, message } from '../text/message';
import { orderedValues } from './completion/ordering';
import { documentationLine } from './documentation-line';
import { exampleOf } from './example-of';
import { defaultLine, executorsLine, reached, sinceLine, statusOf } from './key-facts';
import { kindInWords } from './kind-in-words';
import { bullets, paragraphs } from './markdown';

/** The Markdown about a key. */
export function keyDocumentation(key: KeySchema, context: Context): string {
  const text = context.texts.key(key.path);
  const example = exampleOf(key, context);
  const say = (said: Message | undefined) => said && context.say(said);
  return paragraphs(
    say(message('hover.key', { name: title(key), kind: kindInWords(key) })),
    say(statusOf(key, context)),
    text?.text,
    text?.unset && say(message('hover.unset', { text: text.unset })),
    text?.pitfall && say(message('hover.pitfall', { text: text.pitfall })),
    valuesOf(key, context),
    bullets(factsOf(key, text, context, example !== undefined).map(say)),
    example && paragraphs(say(message('hover.example')), example),
    say(related(key, text?.related, context)),
    curesOf(key, context),
    documentationLine(key.docs, context),
    // Who reads a file is seldom about to register a runner.
    bullets(registrationOf(key).map(say)),
  );
}

/** The same in short: for an item of completion. */
export function keyInShort(key: KeySchema, context: Context): string {
  const { say, texts } = context;
  const status = statusOf(key, context);
  const facts = [defaultLine(key), sinceLine(key, context), executorsLine(key)].flatMap((fact) => fact ?? []);
  return paragraphs(
    status && say(status),
    texts.key(key.path)?.text,
    exampleOf(key, context),
    facts.map(say).join(' · '),
    documentationLine(key.docs, context),
  );
}

/** What a failed job says that leads here. */
function curesOf({ path }: KeySchema, { errorsCuredBy, say }: Context): string | undefined {
  const errors = errorsCuredBy?.(path) ?? [];
  return errors.length > 0 ? paragraphs(say(message('hover.cures')), bullets(errors)) : undefined;
}

function title(key: KeySchema): string {
  return key.kind === 'table' || key.kind === 'array-of-tables' ? headerOf(key) : key.name;
}

/** In short lines. An example shows the table, and a text about leaving the key out says more than "none". */
function factsOf(key: KeySchema, text: KeyText | undefined, context: Context, hasExample: boolean) {
  const { parent, kindUntil } = key;
  const isTable = key.kind === 'table' || key.kind === 'array-of-tables';
  const none = text?.unset ? undefined : message('hover.default.none');
  const showsTable = !hasExample && parent && parent.path !== '' && key.kind !== 'table';
  return [
    text?.unit ? message('hover.unit', { unit: text.unit }) : undefined,
    isTable ? undefined : (defaultLine(key) ?? none),
    sinceLine(key, context),
    kindUntil === undefined ? undefined : message('hover.another-kind', reached(kindUntil, context)),
    executorsLine(key),
    showsTable ? message('hover.table', { table: headerOf(parent) }) : undefined,
  ];
}

/** The option and the variable that `gitlab-runner register` sets the key by. */
function registrationOf({ commandLineFlag: flag, environmentVariable: variable }: KeySchema) {
  return [
    flag ? message('hover.registration-option', { option: flag }) : undefined,
    variable ? message('hover.registration-variable', { variable }) : undefined,
  ];
}

/** The values of an enumeration, a line each. */
function valuesOf(key: KeySchema, { schema, texts, say }: Context): string | undefined {
  const enumeration = key.enumeration === undefined ? undefined : schema.enumeration(key.enumeration);
  if (!enumeration) return undefined;
  const lines = orderedValues(enumeration).map((value) => {
    const text = texts.value(enumeration.name, value);
    return say(text ? message('hover.value', { value, text }) : message('code', { text: value }));
  });
  return paragraphs(
    say(message('hover.values', { of: key.enumerationOf === 'keys' ? 'keys' : 'other' })),
    bullets(lines),
  );
}

/** Keys of the same table by their name alone, so that a global key has to be called one. */
function related(
  { parent }: KeySchema,
  paths: readonly string[] | undefined,
  { schema }: Context,
): Message | undefined {
  const known = paths?.filter((path) => schema.byPath(path)) ?? [];
  if (known.length === 0) return undefined;
  const nearby = parent?.path ? `${parent.path}.` : '';
  const items = known.map((path) => {
    const below = path.startsWith(nearby) ? path.slice(nearby.length) : path;
    const key = (below.includes('.') ? path : below).replaceAll('[]', '');
    return nearby && !path.includes('.') ? message('word.global-key', { key }) : message('code', { text: key });
  });
  const keys: List = { join: 'and', items };
  return message('hover.related', { keys });
}
