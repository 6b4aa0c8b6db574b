/** Says what an error is about, in two sentences or three: what happened and why, and what is to be done outside of the file. */
import { createCatalog } from '../text/catalog';
import { fallbacksOf } from '../text/languages';
import type { MessageId } from '../text/message';
import type { Patterns } from '../text/pattern';
import { allTexts } from './generated/all-texts';
import type { Captures } from './types';

export interface ErrorTexts {
  readonly what: string;
  readonly outside: string | undefined;
}

/** The texts about an error in a language; English where there is none in it. */
export function textsOf(language: string, id: string, captures: Captures): ErrorTexts {
  const outside = `${id}.outside`;
  return {
    what: say(language, id, captures) ?? id,
    outside: say(language, outside, captures),
  };
}

function say(language: string, id: string, captures: Captures): string | undefined {
  const known = [language, ...fallbacksOf(language)].find((each) =>
    Object.hasOwn((allTexts[each] ?? {}) as object, id),
  );
  if (known === undefined) return undefined;
  const catalog = createCatalog(known, allTexts[known] as Patterns);
  return catalog.say({ id: id as MessageId, args: withAll(captures) });
}

/** What was not captured is named: a place in a sentence is never empty. */
function withAll(captures: Captures): Readonly<Record<string, string>> {
  return new Proxy(captures, { get: (known, name) => known[String(name)] ?? `<${String(name)}>` });
}
