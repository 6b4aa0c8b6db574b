/** An item of `security_opt`, as the daemon reads it (parseSecurityOpt of moby); Podman knows more names. */
import { message } from '../text/message';
import { failing, failingWhole, type Grammar, shown } from './grammar';

export const securityOpt: Grammar = {
  name: 'security-opt',
  read(text) {
    if (text === 'no-new-privileges' || text === 'disable') return { problems: [] };
    const at = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
    if (at < 0)
      return failingWhole(text, message('invalid-value.security-opt', { text: shown(text) }), meantOption(text));
    const name = text.slice(0, at);
    const value = text.slice(at + 1);
    if (name === 'no-new-privileges' && !/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)) {
      const span = { start: at + 1, end: text.length };
      return { problems: [failing(span, message('invalid-value.security-opt.boolean', { text: shown(value) }))] };
    }
    if (names.has(name)) return { problems: [] };
    const said = message('invalid-value.security-opt.name', { name: shown(name) });
    return { problems: [{ start: 0, end: at, message: said, refused: false }] };
  },
  complete: (text) => (text.length > LONGEST ? undefined : { start: 0, end: text.length, texts: offered }),
};

/** Longer texts are none of these. */
const LONGEST = 100;
const offered = ['no-new-privileges', 'seccomp=unconfined', 'apparmor=unconfined', 'label=disable'];

const names = new Set(['seccomp', 'label', 'apparmor', 'credentialspec', 'no-new-privileges', 'writable-cgroups']);

function meantOption(text: string): string | undefined {
  return { unconfined: 'seccomp=unconfined', nonewprivileges: 'no-new-privileges' }[
    text.length > 40 ? '' : text.trim().toLowerCase().replace(/[_-]/g, '')
  ];
}
