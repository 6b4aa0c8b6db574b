/**
 * What is said goes into logs that many people read: no message and no title repeats a secret of the text, and nothing long.
 */
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding, Fix } from '../meaning/finding';
import { withoutSecrets } from '../meaning/secrets';
import type { Schema } from '../schema/types';
import { type Message, withTexts } from '../text/message';
import type { Span } from '../text/span';

/** Characters of a text of the file that a sentence repeats. */
const LONGEST = 60;

/** A finding that can be said aloud. */
export function discreet(document: ConfigDocument, { schema }: Pick<Context, 'schema'>, finding: Finding): Finding {
  const words = wordsAt(document, schema, finding);
  const { fixes, message, related } = finding;
  const said = words.of(message);
  const others = related?.map((other) => ({ ...other, message: words.of(other.message) }));
  return {
    ...finding,
    message: said,
    ...(others && { related: others }),
    ...(fixes && { fixes: () => fixes().map((fix): Fix => ({ ...fix, title: words.of(fix.title) })) }),
  };
}

/** A message with nothing long of the file in it; for what is not about a key. */
export function withoutLongText(
  document: ConfigDocument,
  { schema }: Pick<Context, 'schema'>,
  message: Message,
): Message {
  return withTexts(message, (text) => cut(document, schema, text));
}

function wordsAt(document: ConfigDocument, schema: Schema, span: Span): { of(message: Message): Message } {
  const hide = withoutSecrets(document, schema, span);
  return { of: (message) => withTexts(message, (text) => cut(document, schema, hide(text))) };
}

function cut(document: ConfigDocument, schema: Schema, text: string): string {
  if (text.length <= LONGEST || !isOfFile(document, text) || isTable(schema, text)) return text;
  return `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Whether a text stands in the file, as it is or with escapes. What is advised does not, and is said in full. */
function isOfFile(document: ConfigDocument, text: string): boolean {
  return document.text.includes(text) || /[\\"\p{Cc}]/u.test(text);
}

/** Whether a text names a table or key that there is, however long. */
function isTable(schema: Schema, text: string): boolean {
  return schema.at(text.replace(/[[\]]/g, '').split('.')) !== undefined;
}
