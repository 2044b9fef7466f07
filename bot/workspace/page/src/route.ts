// Where one is: #/PERSON/PLACE, #/PERSON/home, #/PERSON/PLACE/THREAD. The address can be kept and reloaded.

import { useSyncExternalStore } from "react";

export interface Route {
  person: string; // a name; empty: the first person
  place: string; // a channel id, "dm" or "home"
  thread: string; // the ts of its parent, or empty
}

function parse(hash: string): Route {
  const [person = "", place = "", thread = ""] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { person, place: place || "dm", thread };
}

let last = "";
let route = parse("");

function read(): Route {
  if (location.hash !== last) {
    last = location.hash;
    route = parse(last);
  }
  return route;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, read);
}

export function address(to: Route): string {
  return "#/" + [to.person, to.place, to.thread].filter(Boolean).map(encodeURIComponent).join("/");
}

export function go(to: Route): void {
  location.hash = address(to);
}
