// The modal in front: what the app opened, updated as the app updates it.

import { useEffect, useRef, useState, type FormEvent } from "react";
import { Blocks } from "./blocks";
import { Close } from "./icons";
import { act } from "./server";
import type { Item, Outcome, View, World } from "./types";

const REFUSED = "The app did not take this. Try again.";

export function Modal({ world, view }: { world: World; view: View }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors]);

  async function attempt(work: () => Promise<unknown>) {
    setBusy(true);
    setProblem("");
    await work().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
    setBusy(false);
  }

  const close = () => void attempt(() => act("close_view", { view: view.id }));

  /** What was typed into the inputs that the modal still has. */
  function typed() {
    const held = new Set(view.blocks.map((block) => block.block_id));
    return Object.fromEntries(Object.entries(values).filter(([name]) => held.has(name)));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = typed();
    void attempt(async () => {
      const outcome = await act<Outcome>("submit", { view: view.id, values: given });
      setErrors(outcome.errors);
      if (!outcome.ok && !Object.keys(outcome.errors).length) setProblem(REFUSED);
    });
  }

  async function press(element: Item, value?: unknown) {
    const chosen = value === undefined ? {} : { value };
    const given = { view_id: view.id, action_id: element.action_id, values: typed(), ...chosen };
    await attempt(async () => {
      const outcome = await act<Outcome>("press_in_view", given);
      if (!outcome.ok) setProblem(REFUSED);
    });
  }

  const title = view.title.text;
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={title}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={submit} noValidate>
        <header className="modal-head">
          <h2>{title}</h2>
          <button type="button" className="plain" aria-label="Close" onClick={close}>
            <Close />
          </button>
        </header>
        <div className="modal-body" tabIndex={0} role="region" aria-label={title} aria-live="polite">
          <Blocks
            blocks={view.blocks}
            scope={view.id}
            world={world}
            onAct={press}
            form={{ values, errors, set: (name, value) => setValues({ ...values, [name]: value }) }}
            suggest={(action_id, typed) => act("suggest", { view_id: view.id, action_id, typed })}
          />
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <footer className="modal-foot">
          <button type="button" className="button" onClick={close}>
            {view.close?.text ?? (view.submit ? "Cancel" : "Close")}
          </button>
          {view.submit && (
            <button type="submit" className="button primary" disabled={busy}>
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
