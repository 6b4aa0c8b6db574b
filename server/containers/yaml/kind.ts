/** Helm values, ConfigMaps, resources of Argo CD, Flux and the Runner Operator. */
import type { ContainerKind } from '../kind';
import { mayGetConfiguration, mayHoldConfiguration } from './check';

export const yaml = {
  id: 'yaml',
  name: 'YAML',
  /**
   * VS Code's own, of which `dockercompose` is given by the name of the file; the one that the Kubernetes and the Helm
   * extensions share; Ansible's; and what other editors call Helm's templates.
   */
  languages: ['yaml', 'helm', 'dockercompose', 'ansible', 'helm-template'],
  endings: ['yaml', 'yml'],
  scopes: ['source.yaml', 'source.helm'],
  inFolders: true,
  readAs: 'yaml',
  /** Behind comments and marks a key, an item of a sequence, or JSON. */
  beginning:
    /^\ufeff?(?:[ \t]*(?:(?:#|---|%|\{\{)[^\n]*|\r)?\n)*[ \t]*(?:- |\{|["']?[\w./-]+["']?[ \t]*:(?:[ \t\r\n]|$))/,
  mayHold: mayHoldConfiguration,
  mayGet: mayGetConfiguration,
} as const satisfies ContainerKind;
