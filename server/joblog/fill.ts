/** Fills what a pattern captured into the places of edits and commands. */
import { isOfFamily } from './families';
import type { Captures, Command, Edit, EditValue, Entry } from './types';

/** `{name}`, or `{name|filter}`. */
const PLACE = /\{([a-z]\w*)(?:\|(snake|kebab|port|prefix))?\}/g;

/** A text with its places filled; what the log does not say stays for the user, as `<name of it>`. */
export function fill(text: string, captures: Captures): string {
  return text.replace(PLACE, (_, name: string, filter: string | undefined) => {
    const captured = captures[name];
    if (filter === 'prefix') return captured === undefined ? '' : `${joined(captured, '_')}_`;
    const value = captured ?? `<${name.replaceAll('_', ' ')}>`;
    // What is left to the user keeps its own letters.
    if (filter === undefined || (captured === undefined && filter !== 'port')) return value;
    return filters[filter as keyof typeof filters](value);
  });
}

const filters = {
  snake: (text: string) => joined(text, '_'),
  kebab: (text: string) => joined(text, '-'),
  /** A host with its port, which is that of HTTPS unless it says another. */
  port: (host: string) => (/:\d+$/.test(host) ? host : `${host}:443`),
};

/** What cannot mean anything but itself to a shell. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** The commands that fit what was captured and the executor, where it is known, filled in. */
export function filledCommands(
  commands: Entry['commands'],
  captures: Captures,
  executor: string | undefined,
): string[] {
  return commands
    .map((command): Command => (typeof command === 'string' ? { run: command } : command))
    .filter((command) => holds(command, captures) && isForFamily(command, executor))
    .map(({ run }) => fillCommand(run, captures));
}

function isForFamily({ family }: Command, executor: string | undefined): boolean {
  return family === undefined || executor === undefined || isOfFamily(family, executor);
}

/** A path that means nothing but itself between single quotes. */
const PATH = /^\/[^'\p{Cc}]*$/u;

/**
 * A command with its places filled. A log is anybody's text, and the command is for a shell: what is more than a plain word is left
 * out, but a path is quoted.
 */
function fillCommand(command: string, captures: Captures): string {
  const words = Object.entries(captures).flatMap(([name, value]) => {
    if (PLAIN.test(value) && !value.startsWith('-')) return [[name, value]];
    return PATH.test(value) ? [[name, `'${value}'`]] : [];
  });
  return fill(command, Object.fromEntries(words));
}

/** The first word, its parts joined in small letters: `CPULimit` is cpu_limit, `IfNotPresent` is if-not-present. */
function joined(text: string, joint: string): string {
  const [word = ''] = text.trim().split(' ');
  return word
    .replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, `$1$3${joint}$2$4`)
    .replace(/[-_]/g, joint)
    .toLowerCase();
}

/** The edits that fit what was captured, filled in. */
export function filledEdits(edits: readonly Edit[], captures: Captures): Edit[] {
  const filled = edits
    .filter((edit) => holds(edit, captures))
    .flatMap((edit) => timesOf(edit, captures).map((known) => filledEdit(edit, known)));
  const texts = filled.map((edit) => JSON.stringify(edit));
  return filled.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

/** What an edit or a command asks of the captures. */
type Condition = Pick<Edit, 'differ' | 'says' | 'matches'>;

function holds({ differ, says, matches }: Condition, captures: Captures): boolean {
  if (differ && captures[differ[0]] === captures[differ[1]]) return false;
  if (matches && !new RegExp(matches[1]).test(captures[matches[0]] ?? '')) return false;
  return !says || captures[says[0]]?.includes(says[1]) === true;
}

/** What is known each time that an edit is to be made. */
function timesOf({ each }: Edit, captures: Captures): Captures[] {
  if (!each) return [captures];
  const found = captures[each[0]]?.matchAll(new RegExp(each[1], 'g')) ?? [];
  return [...found].map(({ groups }) => ({ ...captures, ...groups }));
}

function filledEdit({ differ, says, matches, each, ...edit }: Edit, captures: Captures): Edit {
  const { key, value, entries, number, was } = edit;
  const filled = value === undefined ? undefined : filledValue(value, captures);
  return {
    ...edit,
    ...(key !== undefined && { key: fill(key, captures) }),
    ...(filled !== undefined && { value: number ? Number(filled) : filled }),
    ...(was !== undefined && { was: fill(was, captures) }),
    ...(entries && {
      entries: Object.fromEntries(Object.entries(entries).map(([name, each]) => [name, filledValue(each, captures)])),
    }),
  };
}

function filledValue(value: EditValue, captures: Captures): EditValue {
  if (typeof value === 'string') return fill(value, captures);
  return typeof value === 'object' ? value.map((item) => fill(item, captures)) : value;
}
