/** Ctrl-C: the first finishes with what is complete, the second writes nothing. */
import { exitCodes } from './failure.ts';

export interface Interruptions {
  /** Aborted by the first Ctrl-C. */
  signal: AbortSignal;
  dispose(): void;
}

/**
 * Listens for Ctrl-C (and for being asked to end).
 * @param first what to say
 * @param second tidies up before the process ends with code 130; must not wait for anything
 */
export function listen(first: () => void, second: () => void): Interruptions {
  const controller = new AbortController();
  const interrupt = () => {
    if (!controller.signal.aborted) {
      controller.abort();
      first();
      return;
    }
    try {
      second();
    } finally {
      process.exit(exitCodes.interrupted);
    }
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    dispose() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
