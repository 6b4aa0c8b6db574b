/**
 * An option of Docker Machine, `amazonec2-region=eu-west-1`: the runner writes `--` before each and hands it on as one argument
 * (helpers/docker/machine_command.go). Several in one text are one option to it, whose value is all that follows its `=`.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, understood } from './grammar';

export const machineOption: Grammar<string> = {
  name: 'machine-option',
  read(text) {
    if (text.length > LONGEST) return understood(text);
    if (/^-+[a-z]/i.test(text))
      return failingWhole(text, message('invalid-value.machine-option.dashes'), text.replace(/^-+/, ''));
    const items = optionsIn(text);
    if (items.length < 2) return understood(text);
    const said = message('invalid-value.machine-option.several', { count: items.length });
    return { problems: [{ start: 0, end: text.length, message: said, refused: false, items }] };
  },
};

/** Longer texts are data for the machine. */
const LONGEST = 2000;

/** The options in a text: behind a comma or a blank one begins with the word that the first does, for the driver is the same. */
function optionsIn(text: string): string[] {
  const driver = /^[a-z][a-z0-9]*-/i.exec(text)?.[0];
  const items: string[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(/[^,\s]+/g)) {
    const last = items.at(-1);
    const bare = part.replace(/^-+/, '');
    const begins =
      driver !== undefined && bare.startsWith(driver) && (bare.includes('=') || last?.includes('=') === false);
    if (last === undefined || begins) items.push(bare);
    else items[items.length - 1] = last + text.slice(end, index) + part;
    end = index + part.length;
  }
  return items;
}
