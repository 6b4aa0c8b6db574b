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
  beginning: /^\ufeff?#![^\n]{0,200}\b(?:ba|da|k|z)?sh\b/,
  isProgram: true,
  mayHold,
  mayGet: mayHold,
} as const satisfies ContainerKind;
