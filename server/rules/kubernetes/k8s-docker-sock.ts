/** The socket of Docker in pods: who has it has the node, and nodes with containerd have no such file. */
import { message } from '../../text/message';
import { kubernetesRule } from './kubernetes-rule';
import { volumesOf } from './volumes';

const SOCKET = /^\/(?:var\/)?run\/docker\.sock$/;

export const k8sDockerSock = kubernetesRule('k8s-docker-sock', ({ table, docs }, report) => {
  for (const { kind, mountPath, table: volume } of volumesOf(table)) {
    const named = volume.string('host_path');
    // The path in the container stands for that of the node where this is not named.
    const path = named?.value ? named : mountPath;
    if (kind !== 'host_path' || !path || !SOCKET.test(path.value)) continue;
    report({ ...path.span, message: message('k8s-docker-sock'), link: docs('volumes.host_path[].host_path') });
  }
});
