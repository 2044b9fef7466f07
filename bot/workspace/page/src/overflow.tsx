// The menu of further actions beside buttons: ⋯, and what it offers.

import { useRef, useState } from "react";
import { useMenu } from "./menu";
import type { Item } from "./types";

export function Overflow({ element, onChoose }: { element: Item; onChoose: (value: string) => void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const { list, onKeyDown } = useMenu(open, close);
  return (
    <div className="overflow" onKeyDown={open ? onKeyDown : undefined}>
      <button
        ref={button}
        className="overflow-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label="More actions"
        title="More actions"
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <ul role="menu" aria-label="More actions" ref={list} className="popup">
          {(element.options ?? []).map((option) => (
            <li key={option.value} role="presentation">
              <button
                role="menuitem"
                onClick={() => {
                  close();
                  onChoose(option.value);
                }}
              >
                {option.text.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
