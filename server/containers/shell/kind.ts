/** Shell scripts that write a configuration. */
import type { ContainerKind } from '../kind';

const mayHold = (text: string) => text.includes('<<') && /runner|concurrent/i.test(text);

export const shell = {
  id: 'shell',
  name: 'shell script',
  languages: ['shellscript'],
  endings: ['sh', 'bash', 'zsh'],
  scopes: ['source.shell'],
  inFolders: true,
  isProgram: true,
  mayHold,
  mayGet: mayHold,
} as const satisfies ContainerKind;
