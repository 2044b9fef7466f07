// One sentence at the foot of the page, for what went wrong.

import { useSyncExternalStore } from "react";

const SHOWN_MS = 6000;
const listeners = new Set<() => void>();
let sentence = "";
let timer = 0;

function tell(words: string): void {
  sentence = words;
  for (const listener of listeners) listener();
}

export function toast(words: string): void {
  tell(words);
  clearTimeout(timer);
  timer = window.setTimeout(() => tell(""), SHOWN_MS);
}

/** Does what a person asked; what goes wrong is said, and nothing is returned. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

export function useToast(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sentence,
  );
}
