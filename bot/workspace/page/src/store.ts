// The world as this page knows it, kept up to date by the stream; and the traffic, for the inspector.

import { useSyncExternalStore } from "react";
import { apply } from "./apply";
import { follow, readState } from "./server";
import type { Entry, World } from "./types";

const KEPT = 1000;
const HISTORY = 300;
const AGAIN_MS = 1000;

export interface Snapshot {
  world: World | null;
  traffic: Entry[];
  online: boolean;
}

export class Store {
  private now: Snapshot = { world: null, traffic: [], online: true };
  private listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read = (): Snapshot => this.now;

  private set(change: Partial<Snapshot>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Reads and follows for ever; after a break it begins again with a whole state. */
  async live(): Promise<never> {
    for (;;) {
      const stop = new AbortController();
      try {
        const world = await readState();
        this.set({ world, online: true, traffic: [] });
        await follow(Math.max(0, world.seq - HISTORY), (entry) => this.heard(entry, stop), stop.signal);
      } catch (error) {
        if (!stop.signal.aborted) console.info("The stream broke off:", error);
      }
      if (stop.signal.aborted) continue;
      this.set({ online: false });
      await new Promise((resume) => setTimeout(resume, AGAIN_MS));
    }
  }

  private heard(entry: Entry, stop: AbortController): void {
    const traffic = [...this.now.traffic, entry].slice(-KEPT);
    const world = this.now.world;
    if (!world || entry.seq <= world.seq) return this.set({ traffic });
    const next = apply(world, entry);
    if (next) this.set({ traffic, world: next });
    else stop.abort();
  }
}

export const store = new Store();

export function useSnapshot(): Snapshot {
  return useSyncExternalStore(store.subscribe, store.read);
}
