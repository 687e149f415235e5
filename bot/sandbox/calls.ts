import type { SandboxCall } from './sandbox-types.ts';

/** A demo runs for days: the oldest calls go. */
const KEPT = 100_000;

export type CallLog = {
  /** Notes a call on its arrival; the returned function notes the HTTP status of its answer. */
  arrived(call: Omit<SandboxCall, 'status'>): (status: number) => void;
  all(): readonly SandboxCall[];
  clear(): void;
};

/** Every Bot API call in order of arrival, the last hundred thousand. */
export function createCallLog(): CallLog {
  let calls: SandboxCall[] = [];
  return {
    arrived(details) {
      const call = { ...details, status: 0 };
      calls.push(call);
      if (calls.length > KEPT * 1.5) {
        calls = calls.slice(-KEPT);
      }
      return (status) => {
        call.status = status;
      };
    },
    all: () => [...calls],
    clear() {
      calls = [];
    },
  };
}
