// Compiles the texts that users read (schemas/texts/<language>/messages/*.json, ICU MessageFormat) into patterns that
// server/text/catalog.ts fills in, and the English ones into the types of their arguments: server/text/generated/messages.ts.
// A new language is a folder there: the lists of languages are made here, too.
// A message with a missing, unknown or misnamed argument does not compile.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { write } from './write.mjs';

const TEXTS = 'schemas/texts';
const OUTPUT = 'server/text/generated';
const ENGLISH = 'en';

/** The messages of a language by id, from all its files; an id stands in one of them only. */
export function readMessages(language, folder = TEXTS) {
  const messages = new Map();
  const path = join(folder, language, 'messages');
  for (const name of readdirSync(path).sort()) {
    for (const [id, text] of Object.entries(JSON.parse(readFileSync(join(path, name), 'utf8')))) {
      if (messages.has(id)) throw new Error(`The message ${id} stands twice in ${path}`);
      messages.set(id, text);
    }
  }
  return messages;
}

function parsed(id, text) {
  try {
    return parse(text, { ignoreTag: true, requiresOtherClause: false });
  } catch (error) {
    throw new Error(`The message ${id} is no ICU message: ${error.message}\n${text}`);
  }
}

/** What catalog.ts reads: a text; [name] for an argument; [name, kind, options] for `plural` and `select`; [] for `#`. */
function pattern(id, elements) {
  return elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.argument:
        return [element.value];
      case TYPE.number:
        return [element.value, 'number'];
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select: {
        if (element.offset) throw new Error(`The message ${id} has a plural with an offset, which nothing reads`);
        const options = Object.entries(element.options).map(([key, { value }]) => [key, pattern(id, value)]);
        return [element.value, element.type === TYPE.plural ? 'plural' : 'select', Object.fromEntries(options)];
      }
      default:
        throw new Error(`The message ${id} uses a form of ICU MessageFormat that nothing reads`);
    }
  });
}

/** A text of its own, outside of the messages, as catalog.ts reads it. */
export const compiledPattern = (id, text) => pattern(id, parsed(id, text));

/** The names of the arguments of such a text. */
export const namesIn = (id, text) => [...argumentTypes(parsed(id, text)).keys()];

/** The TypeScript type of each argument of a message. */
function argumentTypes(elements, types = new Map()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const name = element.value;
    if (element.type === TYPE.argument) types.set(name, 'Argument');
    else if (element.type === TYPE.number || element.type === TYPE.plural) types.set(name, 'number');
    else if (!types.has(name)) {
      // An option that is named is one that the code may choose.
      types.set(
        name,
        Object.keys(element.options)
          .map((key) => `'${key}'`)
          .join(' | '),
      );
    }
    for (const { value } of Object.values(element.options ?? {})) argumentTypes(value, types);
  }
  return types;
}

function typesOf(messages) {
  const rows = [...messages].map(([id, text]) => {
    const types = [...argumentTypes(parsed(id, text))].map(([name, type]) => `${name}: ${type}`);
    return `  '${id}': ${types.length > 0 ? `{ ${types.join('; ')} }` : 'undefined'};`;
  });
  return `// Written by scripts/compile-messages.mjs out of schemas/texts/en/messages.
import type { Argument } from '../message';

/** The arguments of each message. */
export interface MessageArguments {
${rows.join('\n')}
}
`;
}

/** The arguments of a message that choose between its parts. */
function choicesIn(elements) {
  return elements.flatMap((element) => {
    const inside = Object.values(element.options ?? {}).flatMap(({ value }) => choicesIn(value));
    return element.type === TYPE.select ? [element.value, ...inside] : inside;
  });
}

function choicesOf(messages) {
  const rows = [...messages]
    .map(([id, text]) => [id, [...new Set(choicesIn(parsed(id, text)))]])
    .filter(([, names]) => names.length > 0)
    .map(([id, names]) => `  '${id}': ${JSON.stringify(names)},`);
  return `// Written by scripts/compile-messages.mjs out of schemas/texts/en/messages.

/** The arguments that choose between parts of a message and are not shown themselves, by the id of the message. */
export const choices: Readonly<Record<string, readonly string[]>> = {
${rows.join('\n')}
};
`;
}

function languagesOf(languages) {
  return `// Written by scripts/compile-messages.mjs out of the folders of schemas/texts.

/** The languages that there are texts in. */
export const languages: readonly string[] = ${JSON.stringify(languages)};
`;
}

/** Writes the patterns of all languages, the list of these and the types; returns the sizes. */
export function compileMessages() {
  const languages = readdirSync(TEXTS).sort();
  mkdirSync(OUTPUT, { recursive: true });
  const sizes = languages.map((language) => {
    const lines = [...readMessages(language)].map(
      ([id, text]) => `${JSON.stringify(id)}:${JSON.stringify(pattern(id, parsed(id, text)))}`,
    );
    // A line each: server/text/find-message.ts reads those that are said.
    return write(`${OUTPUT}/messages.${language}.json`, `{\n${lines.join(',\n')}\n}\n`);
  });
  return [
    ...sizes,
    write(`${OUTPUT}/languages.ts`, languagesOf(languages)),
    write(`${OUTPUT}/messages.ts`, typesOf(readMessages(ENGLISH))),
    write(`${OUTPUT}/choices.ts`, choicesOf(readMessages(ENGLISH))),
  ];
}
