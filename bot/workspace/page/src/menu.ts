// Arrow keys in a list of choices.

import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/** The next place in a list of `count`, round and round. */
export function moved(at: number, key: string, count: number): number {
  if (!count) return 0;
  return (at + (key === "ArrowDown" ? 1 : -1) + count) % count;
}

/** A menu whose items take the focus: arrows move, Escape and a click elsewhere close. */
export function useMenu(open: boolean, close: () => void): { list: RefObject<HTMLUListElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const list = useRef<HTMLUListElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  useEffect(() => {
    if (!open) return;
    (items().find((item) => item.getAttribute("aria-checked") === "true") ?? items()[0])?.focus();
    const elsewhere = (event: MouseEvent) => {
      if (!list.current?.parentElement?.contains(event.target as Node)) close();
    };
    addEventListener("mousedown", elsewhere);
    return () => removeEventListener("mousedown", elsewhere);
  }, [open]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const all = items();
    all[moved(all.indexOf(document.activeElement as HTMLElement), event.key, all.length)]?.focus();
  }
  return { list, onKeyDown };
}
