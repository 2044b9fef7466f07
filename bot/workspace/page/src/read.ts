// What each person has read, for as long as this tab lives.

import { useSyncExternalStore } from "react";
import { seenBy } from "./people";
import type { Channel, User, World } from "./types";

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

/** How many messages of others in a channel this person has not read. */
export function useUnread(world: World, person: User): (channel: Channel | undefined) => number {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => marks,
  );
  return (channel) => {
    const until = now[`${person.id}/${channel?.id}`] ?? "";
    return seenBy(world, person, channel).filter((m) => m.user !== person.id && m.ts > until).length;
  };
}
