/** `network_mode` of `[runners.docker]`: a network by its name, or a word of Docker's. Only what can be no name is reported. */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const networkMode: Grammar = {
  name: 'network-mode',
  read(text) {
    if (text === '') return { problems: [] };
    if (/^container:\s*$/.test(text)) return failingWhole(text, message('invalid-value.network-mode.container'));
    if (/[\s"']/.test(text))
      return failingWhole(text, message('invalid-value.network-mode', { text: shown(text) }), meantMode(text));
    const word = text.toLowerCase();
    if (word === text || !words.has(word)) return { problems: [] };
    // A network may have that name.
    const said = message('invalid-value.network-mode.case', { text, word });
    return { problems: [{ start: 0, end: text.length, message: said, refused: false, repaired: word }] };
  },
};

const words = new Set(['host', 'none', 'bridge', 'default']);

function meantMode(text: string): string | undefined {
  const meant = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  return meant !== '' && meant.length < 200 && !/[\s"']/.test(meant) ? meant : undefined;
}
