/** What a hover says on a name that the runner does not know in its table: what the name would be, and where. */
import type { Context } from '../meaning/context';
import type { Meant } from '../meaning/meant-at';
import { keyInTable, tableName } from '../meaning/table-names';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import { keyDocumentation } from './key-documentation';
import { bullets, paragraphs } from './markdown';

/** The Markdown about the key, or the keys, that a name was meant to be; undefined where nothing comes near. */
export function meantDocumentation({ visit, meaning }: Meant, context: Context): string | undefined {
  const { say } = context;
  const args = { key: visit.member.name, table: tableName(visit.schema) };
  const alone = (key: KeySchema, how: 'misspelled' | 'other') =>
    paragraphs(
      say(message('hover.meant', { ...args, how, home: tableName(key.parent) })),
      keyDocumentation(key, context),
    );
  switch (meaning.kind) {
    case 'misspelled':
      return alone(meaning.key, 'misspelled');
    case 'misplaced':
      return alone(meaning.key, 'other');
    case 'elsewhere': {
      const [key, ...others] = meaning.keys;
      if (!key) return undefined;
      if (others.length === 0) return alone(key, 'other');
      return paragraphs(
        say(message('hover.meant.several', args)),
        bullets(meaning.keys.map((each) => line(each, context))),
      );
    }
    case 'not-here':
      return paragraphs(say(message('hover.meant.none', args)), say(meaning.advice));
    default:
      return undefined;
  }
}

function line(key: KeySchema, { say, texts }: Context): string {
  const text = texts.key(key.path)?.text;
  const place = say(keyInTable(key));
  return text ? say(message('hover.meant.place', { place, text })) : place;
}
