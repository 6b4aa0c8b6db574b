/**
 * Capabilities of Linux in `[runners.docker]`, in any case and with or without `CAP_`, or `ALL` (NormalizeLegacyCapabilities of moby).
 * The daemon knows those of the kernel that it runs on; what is none of any is a mistake.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const dockerCapability: Grammar = {
  name: 'docker-capability',
  read(text) {
    if (isCapability(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.capability', { text: shown(text) }), meantCapability(text));
  },
};

const known = new Set(
  `AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID
  IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW
  PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO
  SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM`.split(/\s+/),
);

/** Whether a text is a capability, in any case, with or without `CAP_`. */
export function isCapability(text: string): boolean {
  const name = text.slice(0, LONGEST).toUpperCase();
  return name === 'ALL' || known.has(name.replace(/^CAP_/, ''));
}

const LONGEST = 60;

/** The capability, without `CAP_`, that a text was meant as. */
export function meantCapability(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  const bare = meant.replace(/^CAP_/, '');
  if (isCapability(meant)) return bare;
  return [...known].find((name) => name.replaceAll('_', '') === bare.replaceAll('_', ''));
}
