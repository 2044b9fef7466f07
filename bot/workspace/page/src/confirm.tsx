// "Are you sure?", before an element with a confirm object acts.

import { useEffect, useRef } from "react";
import type { Confirm } from "./types";

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Confirm; onAnswer: (yes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="modal small" aria-label={confirm.title.text} onCancel={() => onAnswer(false)}>
      <header className="modal-head">
        <h2>{confirm.title.text}</h2>
      </header>
      <div className="modal-body">
        <p>{confirm.text.text}</p>
      </div>
      <footer className="modal-foot">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {confirm.deny.text}
        </button>
        <button type="button" className={`button ${confirm.style ?? "primary"}`} onClick={() => onAnswer(true)}>
          {confirm.confirm.text}
        </button>
      </footer>
    </dialog>
  );
}
