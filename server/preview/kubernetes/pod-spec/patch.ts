/** `[[runners.kubernetes.pod_spec]]`: patches that change what the runner made (applyPodSpecMerge in executors/kubernetes/kubernetes.go). */
import { JobFailure } from '../../job-failure';
import { isObject, type Json, type JsonObject } from '../../json';
import type { Origin } from '../../origin';
import type { Settings } from '../../settings';
import { decodedSpec } from './decode';
import { jsonPatch } from './json-patch';
import { patchYaml } from './load-yaml';
import { mergePatch } from './merge-patch';
import { strategicPatch } from './strategic-patch';

/** Applies the patches in their order, and reads what comes out as a specification. */
export function patchedSpec(spec: JsonObject, patches: readonly Settings[]): JsonObject {
  const patched = patches.reduce((document: Json, patch) => applied(document, patch), spec);
  return decodedSpec(patched);
}

function applied(document: Json, patch: Settings): Json {
  const origin = patch.origin('patch');
  const name = patch.text('name');
  try {
    checkSource(patch, name);
    const change = patchYaml().yamlToJson(patch.text('patch'));
    if ('wrong' in change) throw new JobFailure(`converting patch to json (${name}): ${change.wrong}`);
    return changed(document, change.value, patch.text('patch_type') || 'strategic', origin);
  } catch (error) {
    throw error instanceof JobFailure ? new JobFailure(error.message, error.origin ?? origin) : error;
  }
}

/** A file lies beside the runner: what is in it is not known here. */
function checkSource(patch: Settings, name: string): void {
  const path = patch.text('patch_path');
  if (path === '') return;
  const origin = patch.origin('patch_path');
  if (patch.text('patch') !== '') {
    throw new JobFailure(`ambiguous patch: both patch path and patch provided (${name})`, origin);
  }
  throw new JobFailure(`loading patch file (${name}): open ${path}: no such file or directory`, origin);
}

function changed(document: Json, change: Json, type: string, origin: Origin): Json {
  switch (type) {
    case 'json':
      return jsonPatch(document, change, origin);
    case 'merge':
      return mergePatch(document, change, origin);
    case 'strategic':
      return strategicPatch(isObject(document) ? document : {}, change, origin);
    default:
      throw new JobFailure(`unsupported patch type ${type}`);
  }
}
