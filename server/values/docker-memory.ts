/**
 * Docker's memory texts (`128m`, `1.5g`), in powers of 1024, as go-units reads them. The runner reads them as it makes a container, and
 * the whole process ends over one that it cannot read (getMemoryBytes in common/config.go). Docker itself takes no limit below 6 MiB.
 * Checked against verdicts/values.json, grammar `docker-memory`, and preview/functions-docker.json, `memory`.
 */
import { message } from '../text/message';
import { sayBytes } from './bytes';
import { unitsAt } from './continuations';
import { failing, failingWhole, type Grammar, shown, understood } from './grammar';

export const dockerMemory: Grammar<number> = {
  name: 'docker-memory',
  read(text) {
    // An empty text is no limit.
    if (text === '') return { problems: [] };
    const bytes = parseDockerMemory(text);
    if (bytes === undefined) return failingWhole(text, unreadable(text), meantMemory(text));
    if (bytes >= MOST) return failingWhole(text, message('invalid-value.memory.too-large', { text: shown(text) }));
    if (bytes === 0 || bytes >= LEAST) return understood(bytes);
    const whole = { start: 0, end: text.length };
    const size = sayBytes(bytes);
    const tooSmall = failing(whole, message('invalid-value.memory.too-small', { text, size }), megabytes(text));
    return { value: bytes, problems: [{ ...tooSmall, guessed: true }] };
  },
  say: sayBytes,
  complete: (text, offset) => unitsAt(text, offset, ['m', 'g', 'k', 't']),
};

/** What Docker takes for a container: 6 MiB (linuxMinMemory in its daemon). */
const LEAST = 6 * 1024 ** 2;
/** The runner keeps the number in 64 bits, and a larger one becomes negative. */
const MOST = 2 ** 63;

/** A number of bytes, a blank at most, and a unit. What go-units passes to Go's ParseFloat may have an exponent, or be hexadecimal. */
const grammar =
  /^(\+?(?:(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|0x[\da-f.]+p[+-]?\d+)|-0+(?:\.0*)?) ?(?:([kmgtp])(?:i?b)?|b)?$/i;

/** The bytes that a text of Docker's memory keys stands for, or undefined when the runner does not read it. */
function parseDockerMemory(text: string): number | undefined {
  const match = text.length <= LONGEST ? grammar.exec(text) : null;
  if (!match) return undefined;
  const power = match[2] ? 'kmgtp'.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Math.floor(numberOf(match[1] ?? '') * 1024 ** power) || 0;
}

/** Nobody writes a size with more characters. */
const LONGEST = 400;

function numberOf(text: string): number {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^\+?0x([\da-f]{0,99})\.?([\da-f]{0,99})p([+-]?\d{1,9})$/i.exec(text) ?? [];
  if (whole === '' && fraction === '') return Number(text.replaceAll('_', ''));
  return Number.parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
}

function unreadable(text: string) {
  const isNegative = /^\s*-/.test(text);
  return message(isNegative ? 'invalid-value.memory.negative' : 'invalid-value.memory', { text: shown(text) });
}

/** Words and the units of Kubernetes: `512Mi`, `2 gigs`, `1 gigabyte`. */
const inWords =
  /^\s{0,9}(\d{1,15})(?:[.,](\d{1,9}))?\s{0,9}(?:([kmgtp])(?:i|ib|b|bytes?|ibytes?|igs?|egs?|ilo|ega|iga|era|eta)?(?:bytes?|bits?)?|b|bytes?)?\s{0,9}$/i;

/** The size as the runner reads it, where the meaning is clear. */
function meantMemory(text: string): string | undefined {
  const match = text.length <= LONGEST ? inWords.exec(text) : null;
  if (!match) return undefined;
  const [, whole = '', fraction, unit = ''] = match;
  return `${whole}${fraction === undefined ? '' : `.${fraction}`}${unit.toLowerCase()}`;
}

/** A bare number below the least was meant as megabytes. */
function megabytes(text: string): string | undefined {
  return /^\d+$/.test(text) && Number(text) >= 6 && Number(text) < 1e6 ? `${text}m` : undefined;
}
