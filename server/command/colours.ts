/** Colours of a terminal (ECMA-48, Select Graphic Rendition). */
import type { Severity } from '../text/code';

/** Puts a text in a colour, or leaves it as it is. */
export interface Colours {
  severity(severity: Severity, text: string): string;
  place(text: string): string;
  aside(text: string): string;
}

const BOLD = 1;
const FAINT = 2;
const RED = 31;
const YELLOW = 33;
const CYAN = 36;

const OF_SEVERITY: Readonly<Record<Severity, number>> = { error: RED, warning: YELLOW, information: CYAN, hint: FAINT };

const inColour = (rendition: number, text: string) => `\x1b[${rendition}m${text}\x1b[0m`;

export const colours: Colours = {
  severity: (severity, text) => inColour(OF_SEVERITY[severity], text),
  place: (text) => inColour(BOLD, text),
  aside: (text) => inColour(FAINT, text),
};

const same = (text: string) => text;

export const noColours: Colours = { severity: (_, text) => text, place: same, aside: same };

/** Whether what is written to a stream is wanted in colours (https://no-color.org: not where the variable has any text). */
export function wantsColours({ isTTY }: { readonly isTTY?: boolean }, { NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}
