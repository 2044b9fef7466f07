// What an entry of the journal changes in the world. `null`: more than an entry can tell, read the state again.

import type { Entry, Message, View, World } from "./types";

interface Told {
  channel: string;
  user: string;
  ts: string;
  message: Message;
  view: View;
  view_id: string;
}

const CHANGES_MORE = new Set(["channel.changed", "user.changed", "reaction.added", "reaction.removed"]);

export function apply(world: World, entry: Entry): World | null {
  const told = entry.data as unknown as Told;
  const next = { ...world, seq: entry.seq };
  if (CHANGES_MORE.has(entry.kind)) return null;
  if (entry.kind.startsWith("message.")) return withMessage(next, entry.kind, told);
  if (entry.kind === "home.published") {
    const homes = { ...world.homes, [told.user]: told.view.id };
    return { ...next, homes, views: { ...world.views, [told.view.id]: told.view } };
  }
  if (entry.kind.startsWith("view.")) return withView(next, entry.kind, told);
  return next;
}

function withMessage(world: World, kind: string, told: Told): World | null {
  const same = (m: Message) => m.channel === told.channel && m.ts === (told.message?.ts ?? told.ts);
  if (kind === "message.posted" || kind === "message.ephemeral") {
    if (!world.channels.some((channel) => channel.id === told.channel)) return null;
    const only_for = kind === "message.ephemeral" ? told.user : null;
    return { ...world, messages: [...world.messages, { ...told.message, channel: told.channel, only_for }] };
  }
  if (kind === "message.changed") {
    const changed = { ...told.message, channel: told.channel, only_for: told.user || null };
    return { ...world, messages: world.messages.map((m) => (same(m) ? changed : m)) };
  }
  if (kind === "message.deleted") return { ...world, messages: world.messages.filter((m) => !same(m)) };
  return world;
}

function withView(world: World, kind: string, told: Told): World {
  const open = world.modals[told.user] ?? [];
  if (kind === "view.closed") {
    const { [told.view_id]: _gone, ...views } = world.views;
    return { ...world, views, modals: { ...world.modals, [told.user]: open.filter((id) => id !== told.view_id) } };
  }
  if (!told.view) return world;
  const views = { ...world.views, [told.view.id]: told.view };
  if (kind !== "view.opened") return { ...world, views };
  // A modal that was opened by itself takes the place of all that were open.
  const stack = told.view.previous_view_id ? [...open, told.view.id] : [told.view.id];
  return { ...world, views, modals: { ...world.modals, [told.user]: stack } };
}
