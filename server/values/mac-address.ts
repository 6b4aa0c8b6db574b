/** Addresses of network cards as Go's net.ParseMAC reads them, with 6, 8 or 20 bytes. Checked against verdicts/values.json. */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const macAddress: Grammar = {
  name: 'mac-address',
  read(text) {
    // An empty text is none.
    if (text === '' || isMacAddress(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.mac-address', { text: shown(text) }), meantMac(text));
  },
};

const forms = [
  /^[\dA-F]{2}(?::[\dA-F]{2})+$/i,
  /^[\dA-F]{2}(?:-[\dA-F]{2})+$/i,
  /^[\dA-F]{4}(?:\.[\dA-F]{4})+$/i,
  // Since Go 1.26; with what is older the runner refuses it.
  /^[\dA-F]+$/i,
];

/** Whether Go reads such an address. */
export function isMacAddress(text: string): boolean {
  if (text.length > LONGEST || !forms.some((form) => form.test(text))) return false;
  const count = text.replace(/[^\dA-F]/gi, '').length;
  return count === 12 || count === 16 || count === 40;
}

const LONGEST = 60;

function meantMac(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const digits = text.trim().split(/[\s:._-]/);
  const meant = digits.map((part) => (part.length === 1 ? `0${part}` : part)).join(':');
  return digits.length === 6 && isMacAddress(meant) ? meant : undefined;
}
