/** Pages with examples: fenced code blocks. */
import type { ContainerKind } from '../kind';

const mayHold = (text: string) => text.includes('runners');

export const markdown = {
  id: 'markdown',
  name: 'Markdown',
  languages: ['markdown'],
  endings: ['md', 'markdown'],
  scopes: ['text.html.markdown'],
  inFolders: false,
  setting: 'markdown',
  mayHold,
  mayGet: mayHold,
} as const satisfies ContainerKind;
