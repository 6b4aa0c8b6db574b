/** The command that starts the shell of a container (shells/bash.go, shells/powershell.go). */
import { JobFailure } from './job-failure';
import type { Origin } from './origin';

const PLACES = ['/usr/local/bin', '/usr/bin', '/bin'];
const SHELLS = [...['bash', 'sh'].flatMap((shell) => PLACES.map((place) => `${place}/${shell}`)), '/busybox/sh'];

/** Runs the first shell that is there. */
const FIND_SHELL = `${SHELLS.map((shell, index) => `${index === 0 ? '' : 'el'}if [ -x ${shell} ]; then\n\texec ${shell} \n`).join('')}else\n\techo shell not found\n\texit 1\nfi\n\n`;

const POWERSHELL_FLAGS = ['-NoProfile', '-NoLogo', '-InputFormat', 'text', '-OutputFormat', 'text'];
const POWERSHELL_MODE = ['-NonInteractive', '-ExecutionPolicy', 'Bypass'];
const POWERSHELL_SCRIPT = [
  '$OutputEncoding = [console]::InputEncoding = [console]::OutputEncoding = New-Object System.Text.UTF8Encoding',
  'pwsh -NoProfile -NonInteractive -Command -',
  'if(!$?) { Exit &{if($LASTEXITCODE) {$LASTEXITCODE} else {1}} }',
];

export type ShellName = 'sh' | 'bash' | 'pwsh' | 'powershell';

const NAMES: readonly string[] = ['sh', 'bash', 'pwsh', 'powershell'] satisfies ShellName[];

/** The shell of a name, or the failure of the job. */
export function knownShell(name: string, origin: Origin): ShellName {
  if (isKnown(name)) return name;
  throw new JobFailure(`shell ${name} not found`, origin);
}

const isKnown = (name: string): name is ShellName => NAMES.includes(name);

/** The command of a PowerShell that takes a script in a file, in front of its name. */
export const scriptFileCommand = (shell: ShellName) => [shell, '-NoProfile', ...POWERSHELL_MODE, '-File'];

/** The command of a shell. `marker`: a file that it makes when it is up. */
export function shellCommand(shell: ShellName, marker?: string): readonly string[] {
  if (shell === 'sh' || shell === 'bash') {
    return ['sh', '-c', marker === undefined ? FIND_SHELL : `>'${marker}'; ${FIND_SHELL}`];
  }
  const flags = [shell, ...POWERSHELL_FLAGS, ...POWERSHELL_MODE];
  if (shell === 'powershell') return [...flags, '-Command', '-'];
  const first = marker === undefined ? [] : [`Out-File -Force -FilePath '${marker}'`];
  return [...flags, '-EncodedCommand', encoded([...first, ...POWERSHELL_SCRIPT].join('\r\n'))];
}

/** Base64 of UTF-16, as PowerShell takes scripts in an argument. */
function encoded(script: string): string {
  let bytes = '';
  for (let at = 0; at < script.length; at++) {
    const code = script.charCodeAt(at);
    bytes += String.fromCharCode(code & 0xff, code >> 8);
  }
  return btoa(bytes);
}
