/** What is under the mouse: a key, a part of a header, a value, a feature flag. */
import type { Hover } from 'vscode-languageserver-types';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { locate, type Place } from '../meaning/locate';
import { meantAt } from '../meaning/meant-at';
import type { KeySchema } from '../schema/types';
import { isReached } from '../schema/version';
import { message } from '../text/message';
import type { KeySegment, Span } from '../toml/syntax';
import { documentationAddress } from './documentation-line';
import { flagDocumentation } from './flag-documentation';
import { keyDocumentation } from './key-documentation';
import { replacements } from './key-facts';
import { paragraphs } from './markdown';
import { meantDocumentation } from './meant-documentation';
import { pluginKeyDocumentation } from './plugin-documentation';
import { valueInWords } from './value-in-words';

/** The hover at an offset, or undefined where there is nothing to say. The context is that of the document's target. */
export function hover(document: ConfigDocument, offset: number, context: Context): Hover | undefined {
  const found =
    describeTemplate(document, offset, context) ??
    describeTemplatedValue(document, offset, context) ??
    describePluginKey(document, offset, context) ??
    describe(document, locate(document, offset), offset, context);
  if (!found) return undefined;
  return { contents: { kind: 'markdown', value: found.markdown }, range: document.range(found.span) };
}

/** The address of the documentation of what stands at an offset. */
export function documentationLink(document: ConfigDocument, offset: number, context: Context): string | undefined {
  const { schema } = context;
  const place = locate(document, offset);
  if (place.kind === 'comment') return undefined;
  for (let length = place.path.length; length >= 0; length--) {
    const path = place.path.slice(0, length);
    // Also of a key that only a newer runner has.
    const key = schema.at(path) ?? schema.newest().at(path);
    if (key?.docs) return documentationAddress(key.docs, context);
  }
  return undefined;
}

interface Description {
  readonly span: Span;
  readonly markdown: string;
}

/** On the template text itself. */
function describeTemplate({ templates }: ConfigDocument, offset: number, { say }: Context): Description | undefined {
  const span = spanAt(templates, offset);
  return span && { span, markdown: say(message('hover.template')) };
}

/** On the rest of a value that template text is in: what it says now, in words or otherwise, is not what it will be. */
function describeTemplatedValue(document: ConfigDocument, offset: number, context: Context): Description | undefined {
  const span = spanAt(document.templatedValues, offset);
  const place = span && locate(document, offset);
  if (!span || place?.kind !== 'value') return undefined;
  const markdown = paragraphs(describeFlag(place, context), context.say(message('hover.templated-value')));
  return { span, markdown };
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
      return describeMeant(document, place.segment, context) ?? describeUnknown(place.path, place.segment, context);
    }
    case 'value':
      return describeValue(document, place, offset, context);
    default:
      return undefined;
  }
}

/** A key that is a plugin's, or its value. */
function describePluginKey(document: ConfigDocument, offset: number, context: Context): Description | undefined {
  const place = locate(document, offset);
  if (place.kind === 'comment' || place.kind === 'table') return undefined;
  const span = place.kind === 'value' ? place.value : place.segment;
  if (offset < span.start || offset > span.end) return undefined;
  const markdown = pluginKeyDocumentation(document, place, context);
  return markdown === undefined ? undefined : { span: { start: span.start, end: span.end }, markdown };
}

/** A name that is none where it stands. */
function describeMeant(document: ConfigDocument, span: KeySegment, context: Context): Description | undefined {
  const meant = meantAt(document, span, context);
  const markdown = meant && meantDocumentation(meant, context);
  return markdown === undefined ? undefined : { span, markdown };
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
    const { name: key, removed: version = '' } = removed;
    return { span, markdown: context.say(message('hover.removed-key', { key, version, ...replacements(removed) })) };
  }
  if (parent.name === 'feature_flags') {
    const flag = context.schema.featureFlags.find((candidate) => candidate.name === name);
    if (flag) return { span, markdown: flagDocumentation(flag, context) };
  }
  // The names in a map are the user's own.
  if (parent.kind !== 'map') return undefined;
  const entry = context.say(message('hover.entry', { map: parent.name }));
  return { span, markdown: paragraphs(entry, keyDocumentation(parent, context)) };
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
  const inWords = valueInWords(value, key);
  // The lines of a script are read, not asked about.
  const isText = value.type === 'string' && lines.lineOf(value.start) !== lines.lineOf(value.end);
  // What the value means comes first; then what it is the value of.
  const markdown = paragraphs(
    inWords && context.say(inWords),
    value.type === 'string' && valueLine(key, value.value, context),
    !isText && keyDocumentation(key, context),
  );
  return markdown === '' ? undefined : { span: { start: value.start, end: value.end }, markdown };
}

/** The line about a value; some enumerations ignore case. */
function valueLine(key: KeySchema, value: string, { schema, texts, say }: Context): string | undefined {
  const enumeration = key.enumeration === undefined ? undefined : schema.enumeration(key.enumeration);
  if (!enumeration) return undefined;
  const spelled = enumeration.caseSensitive
    ? value
    : (enumeration.values.find((other) => other.toLowerCase() === value.toLowerCase()) ?? value);
  const text = texts.value(enumeration.name, spelled);
  return text && say(message('hover.value', { value, text }));
}

/** About the flag of an entry `FF_X=true` of a list of environment variables. */
function describeFlag({ path, value }: Place & { kind: 'value' }, context: Context): string | undefined {
  if (value.type !== 'string' || context.schema.at(path)?.name !== 'environment') return undefined;
  const name = /^(FF_\w+)=/.exec(value.value)?.[1];
  const flag = name === undefined ? undefined : context.schema.featureFlags.find((other) => other.name === name);
  return flag && flagDocumentation(flag, context);
}
