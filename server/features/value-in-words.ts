/** Says a duration or a size in words. Which keys hold which is told by their type and, for sizes, by their names. */
import type { KeySchema } from '../schema/types';
import type { Value } from '../toml/syntax';
import { durationInWords, parseDuration } from '../values/duration';
import { bytesInWords, parseDockerMemory, parseQuantity } from '../values/size';

const dockerMemory = /^runners\[\]\.docker\.(?:service_)?memory(?:_swap|_reservation)?$/;
const kubernetesBytes =
  /^runners\[\]\.kubernetes\..*(?:memory|ephemeral_storage)_(?:limit|request)|\.size_limit$|\.suspend_pvc_size$/;
const kubernetesCores = /^runners\[\]\.kubernetes\..*cpu_(?:limit|request)/;

/** Integers whose unit the name does not tell. */
const integerUnits: Readonly<Record<string, 'bytes' | 'KiB'>> = {
  'runners[].docker.shm_size': 'bytes',
  'runners[].cache.MaxUploadedArchiveSize': 'bytes',
  'runners[].output_limit': 'KiB',
};

const seconds =
  /(?:^|\.)(?:check_interval|shutdown_timeout|session_timeout|poll_interval|poll_timeout|wait_for_services_timeout|IdleTime|OffPeakIdleTime|\w+_exec_timeout|graceful_kill_timeout|force_kill_timeout|query_interval|cleanup_grace_period_seconds|pod_termination_grace_period_seconds)$/;

/** The value in words, or undefined when it says enough by itself. */
export function valueInWords(value: Value, key: KeySchema): string | undefined {
  if (key.kind === 'duration') {
    if (value.type === 'integer') return `${durationInWords(value.value)}: an integer is a number of nanoseconds`;
    const total = value.type === 'string' ? parseDuration(value.value) : undefined;
    return total === undefined ? undefined : durationInWords(total);
  }
  if (value.type === 'integer') {
    const unit = integerUnits[key.path];
    if (unit) return bytesInWords(value.value * (unit === 'KiB' ? 1024 : 1));
    return seconds.test(key.path) && value.value > 0 ? durationInWords(value.value * 1e9) : undefined;
  }
  if (value.type !== 'string' || value.value === '') return undefined;
  if (dockerMemory.test(key.path)) return words(parseDockerMemory(value.value), bytesInWords);
  if (kubernetesBytes.test(key.path)) return words(parseQuantity(value.value), bytesInWords);
  if (kubernetesCores.test(key.path)) return words(parseQuantity(value.value), cores);
  return undefined;
}

function words(amount: number | undefined, say: (amount: number) => string): string | undefined {
  return amount === undefined ? undefined : say(amount);
}

function cores(amount: number): string {
  return amount === 1 ? '1 core' : `${Number(amount.toFixed(3))} cores`;
}
