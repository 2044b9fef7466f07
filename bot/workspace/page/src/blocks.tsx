// Block Kit on the page: the renderer for what is read and pressed, the browser's own controls for what takes a value.

import { useMemo, useState, type MouseEvent, type ReactNode } from "react";
import { Message as Renderer, type MessageProps } from "slack-blocks-to-jsx";
import { ConfirmDialog } from "./confirm";
import { Control } from "./control";
import { InputBlock } from "./input_block";
import { Overflow } from "./overflow";
import { prepare, takesValues, webAddress } from "./prepare";
import type { Block, Item, World } from "./types";

export type Acted = (element: Item, value?: unknown) => Promise<unknown>;

export interface Form {
  values: Record<string, unknown>; // by block_id
  errors: Record<string, string>;
  set: (block_id: string, value: unknown) => void;
}

interface Props {
  blocks: Block[];
  scope: string; // unique on the page
  world: World;
  onAct: Acted;
  form?: Form;
  suggest?: (action_id: string, typed: string) => Promise<Item["options"]>;
}

type Hooks = NonNullable<MessageProps["hooks"]>;

const hooks: Hooks = {
  link: ({ href, children, className }) => {
    if (!webAddress(href)) return <>{children}</>;
    return (
      <a href={href} className={className} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  },
};

export function Blocks(props: Props): ReactNode {
  const runs = useMemo(() => split(props.blocks), [props.blocks]);
  return runs.map((run, at) => {
    const first = run[0] as Block;
    const key = `${props.scope}-${at}`;
    if (!takesValues(first)) return <Drawn key={key} {...props} blocks={run} scope={key} />;
    if (first.type === "input") return <InputBlock key={key} {...props} block={first} id={key} />;
    return <WithControls key={key} {...props} block={first} scope={key} />;
  });
}

/** Runs of blocks that the renderer draws together, and single ones with controls. */
function split(blocks: Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs[runs.length - 1];
    if (last && !takesValues(block) && !takesValues(last[0] as Block)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function Drawn({ blocks, scope, world, onAct }: Props) {
  const { blocks: ready, pressable } = useMemo(() => prepare(blocks, scope), [blocks, scope]);
  const [asking, setAsking] = useState<Item | null>(null);
  const data = useMemo(() => named(world), [world.users, world.channels]);

  async function press(element: Item, button?: Element) {
    if (webAddress(element.url)) window.open(element.url, "_blank", "noopener,noreferrer");
    button?.setAttribute("aria-busy", "true");
    await onAct(element);
    button?.removeAttribute("aria-busy");
  }

  function clicked(event: MouseEvent) {
    const button = (event.target as Element).closest("button[id]");
    const element = button && pressable.get(button.id);
    if (!element || button.getAttribute("aria-busy") === "true") return;
    if (element.confirm) setAsking(element);
    else void press(element, button);
  }

  return (
    <div className="blocks" onClick={clicked}>
      <Renderer blocks={ready as unknown as MessageProps["blocks"]} data={data} hooks={hooks} withoutWrapper name="" logo="" />
      {asking?.confirm && (
        <ConfirmDialog
          confirm={asking.confirm}
          onAnswer={(yes) => {
            setAsking(null);
            if (yes) void press(asking);
          }}
        />
      )}
    </div>
  );
}

function named(world: World): NonNullable<MessageProps["data"]> {
  return {
    users: world.users.map((user) => ({ id: user.id, name: user.is_bot ? user.name : user.real_name })),
    channels: world.channels.map((channel) => ({ id: channel.id, name: channel.name ?? "" })),
  } as NonNullable<MessageProps["data"]>;
}

function WithControls({ block, ...props }: Props & { block: Block }) {
  const { accessory, ...rest } = block;
  const elements = block.type === "actions" ? (block.elements ?? []) : accessory ? [accessory] : [];
  return (
    <div className="with-controls">
      {block.type === "section" && <Drawn {...props} blocks={[rest]} />}
      <div className="controls">
        {elements.map((element, at) =>
          element.type === "button" ? (
            <Drawn key={at} {...props} scope={`${props.scope}-${at}`} blocks={[{ type: "actions", elements: [element] }]} />
          ) : element.type === "overflow" ? (
            <Overflow key={at} element={element} onChoose={(value) => void props.onAct(element, value)} />
          ) : (
            <Control
              key={at}
              id={`${props.scope}-${at}`}
              element={element}
              world={props.world}
              onChange={(value) => void props.onAct(element, value)}
              suggest={props.suggest}
            />
          ),
        )}
      </div>
    </div>
  );
}
