/** `gitlab-runner-config lint`: the same checks on the command line. The work is in lint.ts. */
import { readFileSync } from 'node:fs';
import { lint } from './lint/lint';

const readStandardInput = () => readFileSync(0, 'utf8');
const { status, output, complaint } = lint(process.argv.slice(2), readStandardInput);
if (complaint) process.stderr.write(complaint);
// The status is set, not exited with: what is written to a pipe must get out first.
process.stdout.write(output);
process.exitCode = status;
