/**
 * The name of a setting of the kernel that a container gets. The runtime refuses all that are of the host as a whole
 * (opencontainers/runc, libcontainer/configs/validate/validator.go); another runtime may take more of them.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const sysctl: Grammar = {
  name: 'sysctl',
  read(text) {
    if (/\s|^[a-z\d]+_\w+$/.test(text.slice(0, LONGEST)))
      return failingWhole(text, message('invalid-value.sysctl', { name: shown(text) }));
    if (!ofHost.test(text) || ofContainer.test(text)) return { problems: [] };
    const said = message('invalid-value.sysctl.of-host', { name: shown(text) });
    return { problems: [{ start: 0, end: text.length, message: said, refused: false }] };
  },
};

/** No setting has a longer name. */
const LONGEST = 200;

const ofHost = /^(?:abi|debug|dev|fs|kernel|vm)[./]/;
const ofContainer =
  /^(?:fs[./]mqueue[./]|kernel[./](?:domainname|msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$)/;
