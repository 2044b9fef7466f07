// Blocks as the renderer takes them. Four things differ from what the app sent: plain text is made verbatim (the
// renderer would read markup in it), mrkdwn is not (Slack then leaves addresses alone, the renderer all markup), ids are made unique on the page, and addresses that are no web address are left out.

import type { Block, Item } from "./types";

const JOINER = "\u2060"; // keeps the renderer from reading an entity where somebody wrote one out
const WEB = /^(https?:|mailto:)/i;
const PRESSED = new Set(["button", "workflow_button", "icon_button"]);

export interface Prepared {
  blocks: Block[];
  pressable: Map<string, Item>; // by the id that its button has on the page
}

export function webAddress(url: unknown): url is string {
  return typeof url === "string" && WEB.test(url);
}

export function prepare(blocks: Block[], scope: string): Prepared {
  const pressable = new Map<string, Item>();
  let count = 0;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    const item = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each)])) as Item;
    if (item.type === "plain_text") return verbatim(item);
    if (item.type === "mrkdwn") delete item.verbatim;
    if (PRESSED.has(item.type)) {
      const id = `${scope}-${++count}`;
      pressable.set(id, value as Item);
      const { confirm: _confirm, url: _url, ...rest } = item;
      return { ...rest, action_id: id };
    }
    for (const name of ["url", "title_url", "video_url"]) {
      if (name in item && !webAddress(item[name])) delete item[name];
    }
    if (item.type === "link" && !item.url) return { type: "text", text: item.text ?? "" };
    return item;
  };
  const prepared = (walk(blocks) as Block[]).map((block, at) => ({ ...block, block_id: `${scope}-block-${at}` }));
  return { blocks: prepared, pressable };
}

function verbatim(item: Item): Item {
  const text = String(item.text ?? "").replace(/&(?=[gl]t;)/g, "&" + JOINER);
  return { ...item, text, verbatim: true };
}

/** Blocks whose elements take a value; the page draws those with the browser's own controls. */
export function takesValues(block: Block): boolean {
  const inert = (item: Item | undefined) => !item || PRESSED.has(item.type) || item.type === "image";
  if (block.type === "input") return true;
  if (block.type === "actions") return !(block.elements ?? []).every(inert);
  return block.type === "section" && !inert(block.accessory);
}
