// An input of a modal: its label, its control, its hint, and the error that belongs to it.

import type { Form } from "./blocks";
import { Control } from "./control";
import type { Block, Item, World } from "./types";

interface Props {
  block: Block;
  id: string;
  world: World;
  form?: Form;
  suggest?: (action_id: string, typed: string) => Promise<Item["options"]>;
}

export function InputBlock({ block, id, world, form, suggest }: Props) {
  const name = block.block_id ?? id;
  const error = form?.errors[name];
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={error ? "input-block wrong" : "input-block"}>
      <label htmlFor={id}>
        {block.label?.text}
        {block.optional && <span className="optional"> (optional)</span>}
      </label>
      <Control
        id={id}
        element={block.element as Item}
        world={world}
        value={form?.values[name]}
        onChange={(value) => form?.set(name, value)}
        described={described || undefined}
        wrong={Boolean(error)}
        suggest={suggest}
      />
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
    </div>
  );
}
