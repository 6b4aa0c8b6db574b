/** What is under the mouse: a key, a part of a header, a value, a feature flag. */
import type { Hover } from 'vscode-languageserver-types';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { locate, type Place } from '../meaning/locate';
import { forTarget } from '../meaning/target';
import type { KeySchema } from '../schema/types';
import { isReached } from '../schema/version';
import type { Span } from '../toml/syntax';
import { flagDocumentation } from './flag-documentation';
import { keyDocumentation } from './key-documentation';
import { valueInWords } from './value-in-words';

/** The hover at an offset, or undefined where there is nothing to say. */
export function hover(document: ConfigDocument, offset: number, general: Context): Hover | undefined {
  const context = forTarget(document, general);
  const found =
    describeTemplate(document, offset) ??
    describeTemplatedValue(document, offset, context) ??
    describe(document, locate(document, offset), offset, context);
  if (!found) return undefined;
  return { contents: { kind: 'markdown', value: found.markdown }, range: document.range(found.span) };
}

/** The address of the documentation of what stands at an offset. */
export function documentationLink(document: ConfigDocument, offset: number, { schema }: Context): string | undefined {
  const place = locate(document, offset);
  if (place.kind === 'comment') return undefined;
  for (let length = place.path.length; length >= 0; length--) {
    const path = place.path.slice(0, length);
    const key = schema.at(path) ?? schema.newest().at(path);
    if (key?.docs) return key.docs;
  }
  return undefined;
}

interface Description {
  readonly span: Span;
  readonly markdown: string;
}

/** On the template text itself. */
function describeTemplate({ templates }: ConfigDocument, offset: number): Description | undefined {
  const span = spanAt(templates, offset);
  return (
    span && { span, markdown: 'This template text is filled in before the runner reads the file, and is not checked.' }
  );
}

/** On the rest of a value that template text is in: what it says now, in words or otherwise, is not what it will be. */
function describeTemplatedValue(document: ConfigDocument, offset: number, context: Context): Description | undefined {
  const span = spanAt(document.templatedValues, offset);
  const place = span && locate(document, offset);
  if (!span || place?.kind !== 'value') return undefined;
  const flag = describeFlag(place, context);
  const markdown =
    'The template text in this value is filled in before the runner reads the file, and the value is not checked.';
  return { span, markdown: flag ? `${flag}\n\n${markdown}` : markdown };
}

function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  return spans.find(({ start, end }) => start <= offset && offset < end);
}

function describe(document: ConfigDocument, place: Place, offset: number, context: Context): Description | undefined {
  switch (place.kind) {
    case 'header':
    case 'key': {
      const key = context.schema.at(place.path);
      const known = key ?? newerKey(place.path, context);
      if (known) return { span: place.segment, markdown: keyDocumentation(known, context) };
      return describeUnknown(place.path, place.segment, context);
    }
    case 'value':
      return describeValue(document, place, offset, context);
    default:
      return undefined;
  }
}

/** The key that only a newer runner has; in a table that is new as a whole, too. */
function newerKey(path: readonly string[], { schema }: Context): KeySchema | undefined {
  const key = schema.newest().at(path);
  return key && !isReached(schema.version, key.since) ? key : undefined;
}

/** Names that the schema has no live key for: removed keys, and the keys of maps. */
function describeUnknown(path: readonly string[], span: Span, context: Context): Description | undefined {
  const name = path[path.length - 1] as string;
  const parent = context.schema.at(path.slice(0, -1));
  if (!parent) return undefined;
  const removed = context.schema.findRemoved(parent, name);
  if (removed) {
    const instead = removed.replacedBy.map((other) => `\`${other.replaceAll('[]', '')}\``).join(' or ');
    const advice = instead ? ` Use ${instead} instead.` : '';
    return { span, markdown: `**\`${removed.name}\`** was removed in GitLab Runner ${removed.removed}.${advice}` };
  }
  if (parent.name === 'feature_flags') {
    const flag = context.schema.featureFlags.find((candidate) => candidate.name === name);
    if (flag) return { span, markdown: flagDocumentation(flag, context) };
  }
  // The names in a map are the user's own.
  if (parent.kind !== 'map') return undefined;
  return { span, markdown: `An entry of \`${parent.name}\`.\n\n${keyDocumentation(parent, context)}` };
}

function describeValue(
  { lines }: ConfigDocument,
  place: Place & { kind: 'value' },
  offset: number,
  context: Context,
): Description | undefined {
  const { value } = place;
  if (offset < value.start || offset > value.end || value.type === 'invalid') return undefined;
  const key = context.schema.at(place.path);
  if (!key) return describeUnknown(place.path, value, context);
  const flag = describeFlag(place, context);
  if (flag) return { span: value, markdown: flag };
  const parts: string[] = [];
  const inWords = valueInWords(value, key);
  if (inWords) parts.push(context.say(inWords));
  if (key.enumeration && value.type === 'string') {
    const line = valueLine(key, value.value, context);
    if (line) parts.push(`\`${value.value}\`: ${line}`);
  }
  // What the value means comes first; then what it is the value of. The lines of a script are read, not asked about.
  const isText = value.type === 'string' && lines.lineOf(value.start) !== lines.lineOf(value.end);
  if (!isText) parts.push(keyDocumentation(key, context));
  if (parts.length === 0) return undefined;
  return { span: { start: value.start, end: value.end }, markdown: parts.join('\n\n') };
}

/** The line about a value; some enumerations ignore case. */
function valueLine(key: KeySchema, value: string, context: Context): string | undefined {
  const enumeration = key.enumeration === undefined ? undefined : context.schema.enumeration(key.enumeration);
  if (!enumeration) return undefined;
  const spelled = enumeration.caseSensitive
    ? value
    : (enumeration.values.find((other) => other.toLowerCase() === value.toLowerCase()) ?? value);
  return context.texts.value(enumeration.name, spelled);
}

/** About the flag of an entry `FF_X=true` of a list of environment variables. */
function describeFlag({ path, value }: Place & { kind: 'value' }, context: Context): string | undefined {
  if (value.type !== 'string' || context.schema.at(path)?.name !== 'environment') return undefined;
  const name = /^(FF_\w+)=/.exec(value.value)?.[1];
  const flag = name === undefined ? undefined : context.schema.featureFlags.find((other) => other.name === name);
  return flag && flagDocumentation(flag, context);
}
