/** Reads the list of feature flags of helpers/featureflags. */
import type { Checkout, GoFile } from '../go/checkout';
import { type Constant, evaluate } from '../go/constants';
import { Cursor } from '../go/cursor';
import type { GoToken } from '../go/tokens';
import type { FlagFacts } from './types';

const FOLDER = 'helpers/featureflags';
const LIST = 'flags';

/** The feature flags that the runner knows. */
export function runnerFlags(checkout: Checkout): Map<string, FlagFacts> {
  const list = checkout.value(FOLDER, LIST);
  if (!list) throw new Error(`no list ${LIST} in ${FOLDER}`);
  const cursor = new Cursor(list.value);
  while (!cursor.done && !cursor.at('{')) cursor.next();
  const entries = new Cursor(cursor.brackets());
  const flags = new Map<string, FlagFacts>();
  while (!entries.done) {
    if (entries.at('{')) {
      const flag = readFlag(entries.brackets(), checkout, list.file);
      flags.set(flag.name, flag);
    } else entries.next();
  }
  return flags;
}

function readFlag(tokens: readonly GoToken[], checkout: Checkout, file: GoFile): FlagFacts {
  const fields = readFields(tokens, checkout, file);
  const name = fields.get('Name');
  if (typeof name !== 'string') throw new Error(`${file.path}:${tokens[0]?.line}: a feature flag without a name`);
  const removal = fields.get('ToBeRemovedWith');
  return {
    name,
    default: fields.get('DefaultValue') === true,
    deprecated: fields.get('Deprecated') === true,
    toBeRemovedWith: typeof removal === 'string' && removal !== '' ? removal : undefined,
  };
}

/** `Name: value, …` between the braces of a struct's value. */
function readFields(tokens: readonly GoToken[], checkout: Checkout, file: GoFile): Map<string, Constant | undefined> {
  const fields = new Map<string, Constant | undefined>();
  const cursor = new Cursor(tokens);
  for (cursor.takeEnds(); !cursor.done; cursor.takeEnds()) {
    const name = cursor.next().text;
    cursor.take(':');
    const value: GoToken[] = [];
    while (!cursor.done && !cursor.at(',')) value.push(cursor.next());
    cursor.take(',');
    fields.set(name, evaluate(checkout, file, value));
  }
  return fields;
}
