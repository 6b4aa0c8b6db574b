/**
 * Pods on Windows without the build of it, or with one that has no helper image: each job fails, also where `helper_image` is set
 * (executors/kubernetes/kubernetes.go, prepareHelperImage; helpers/container/windows/version.go). A job may be allowed to say it.
 */
import { message } from '../../text/message';
import { absenceRule } from './kubernetes-rule';

const BUILD = 'node.kubernetes.io/windows-build';

/** The third number of the builds that have a helper image. */
const BUILDS = new Set([17763, 19043, 19044, 19045, 20348, 22000, 22621, 22631, 26100, 26200]);

export const k8sWindows = absenceRule('k8s-windows', ({ table, docs }, report) => {
  const selector = table.table('node_selector');
  const system = selector?.string('kubernetes.io/os');
  if (system?.value !== 'windows' || table.flag('helper_image_autoset_arch_and_os')?.value) return;
  if (table.string('node_selector_overwrite_allowed')?.value) return;
  const build = selector?.string(BUILD);
  const link = docs('node_selector');
  if (!selector?.has(BUILD) || build?.value === '') {
    report({ ...(build ?? system).span, message: message('k8s-windows', { key: BUILD }), link });
  } else if (build && !hasHelper(build.value)) {
    report({ ...build.span, message: message('k8s-windows.build', { build: build.value }), link });
  }
});

/** Whether there is a helper image for a build; one that is filled in is not judged. */
function hasHelper(build: string): boolean {
  const [major, minor, number] = build.split(/[. ]+/);
  return major === '10' && minor === '0' && BUILDS.has(Number(number));
}
