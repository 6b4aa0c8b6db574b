/**
 * Names of what holds a cache. Google: up to 63 lower-case letters, digits, `-`, `_` and `.` (with dots up to 222). Azure: up to 63 lower-case
 * letters, digits and single hyphens. Of S3 only what no server takes is said: other programs that speak it have rules of their own.
 */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';

interface Kind {
  readonly name: GrammarName;
  readonly storage: 'gcs' | 'azure' | 's3';
  /** What people write before a name. */
  readonly prefix: RegExp;
  isName(text: string): boolean;
}

export const gcsBucket = namesOf({
  name: 'gcs-bucket',
  storage: 'gcs',
  prefix: /^gs:\/\//i,
  isName: (text) => text.length <= 222 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(text),
});

export const azureContainer = namesOf({
  name: 'azure-container',
  storage: 'azure',
  prefix: /^https?:\/\/[\w-]+\.blob\.[\w.-]+\//i,
  isName: (text) =>
    (text.length <= 63 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) || /^\$(?:root|logs|web)$/.test(text),
});

export const s3Bucket = namesOf({
  name: 's3-bucket',
  storage: 's3',
  prefix: /^s3:\/\//i,
  isName: (text) => /^arn:/.test(text) || !/[/\s]/.test(text),
});

function namesOf(kind: Kind): Grammar<string> {
  return {
    name: kind.name,
    read(text) {
      // No name has a finding of its own.
      if (text === '' || kind.isName(text)) return understood(text);
      return { problems: [problemOf(text, kind)] };
    },
  };
}

function problemOf(text: string, { storage, prefix, isName }: Kind): GrammarProblem {
  const before = prefix.exec(text)?.[0] ?? '';
  const meant = text.slice(before.length).replace(/\/$/, '');
  const lower = storage === 's3' ? meant : meant.toLowerCase();
  return {
    ...spanOf(text, before),
    message: message('invalid-value.storage-name', { value: shown(text), storage }),
    refused: false,
    repaired: isName(lower) && lower !== '' ? lower : undefined,
  };
}

/** The prefix that is too much, or all of the text. */
function spanOf(text: string, prefix: string): Span {
  return { start: 0, end: prefix.length || text.length };
}
