/** Terraform and OpenTofu: heredocs with a configuration, values of the chart, or a script that writes one. */
import type { ContainerKind } from '../kind';

const mayHold = (text: string) => text.includes('<<') && /runner|concurrent/i.test(text);

export const terraform = {
  id: 'terraform',
  name: 'Terraform',
  /** HashiCorp's own extension, that of OpenTofu, and what editors without them call such files. */
  languages: ['terraform', 'opentofu', 'hcl'],
  endings: ['tf', 'tofu'],
  scopes: ['source.hcl.terraform', 'source.hcl'],
  inFolders: true,
  isProgram: true,
  mayHold,
  mayGet: mayHold,
} as const satisfies ContainerKind;
