// What each person has read, for as long as this tab lives.

import { useSyncExternalStore } from "react";

const KEY = "read";
const listeners = new Set<() => void>();
let marks: Record<string, string> = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Record<string, string>;

export function markRead(person: string, channel: string, ts: string): void {
  const at = `${person}/${channel}`;
  if ((marks[at] ?? "") >= ts) return;
  marks = { ...marks, [at]: ts };
  sessionStorage.setItem(KEY, JSON.stringify(marks));
  for (const listener of listeners) listener();
}

export function useRead(): (person: string, channel: string) => string {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => marks,
  );
  return (person, channel) => now[`${person}/${channel}`] ?? "";
}
