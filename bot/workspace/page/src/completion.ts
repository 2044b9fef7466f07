// What the composer offers while one types: commands and their sub-commands, people to mention, channels.

import type { Channel, User, World } from "./types";

export interface Offer {
  label: string;
  hint: string;
  text: string; // what the composer holds when this is taken
}

const WORD_AT_END = /(^|\s)([@#])([\w.-]*)$/;
const MOST = 8;

export function offers(world: World, channel: Channel | undefined, text: string, inThread: boolean): Offer[] {
  if (text.startsWith("/") && !inThread) return commands(world, text);
  const word = WORD_AT_END.exec(text);
  if (!word) return [];
  const [whole, before = "", sign = "", typed = ""] = word;
  const start = text.slice(0, text.length - whole.length) + before;
  const found = sign === "@" ? mentionable(world, channel) : named(world);
  const fits = found.filter((each) => each.name.toLowerCase().startsWith(typed.toLowerCase()));
  return fits.slice(0, MOST).map((each) => ({ label: sign + each.name, hint: each.hint, text: `${start}${sign}${each.name} ` }));
}

function commands(world: World, text: string): Offer[] {
  const [name = "", ...rest] = text.split(" ");
  if (!rest.length) {
    const fits = world.commands.filter((command) => command.name.startsWith(name));
    return fits.map((c) => ({ label: c.name, hint: c.description, text: `${c.name} ` }));
  }
  const command = world.commands.find((each) => each.name === name);
  const typed = rest.join(" ").toLowerCase();
  return subCommands(command?.usage_hint ?? "")
    .filter((each) => each.toLowerCase().startsWith(typed) && each.toLowerCase() !== typed)
    .map((each) => taken(name, each));
}

/** The usage hint lists them: "check NAME | option B | help". Words in capitals are the person's to fill in. */
function subCommands(hint: string): string[] {
  return hint.split("|").map((each) => each.trim()).filter(Boolean);
}

function taken(command: string, sub: string): Offer {
  const fixed = sub.replace(/\s*\b[A-Z]{2,}\b.*$/, "");
  return { label: `${command} ${sub}`, hint: "", text: `${command} ${fixed}${fixed === sub ? "" : " "}` };
}

function mentionable(world: World, channel: Channel | undefined): { name: string; hint: string }[] {
  const there = (user: User) => !user.deleted && (user.is_bot || channel?.members.includes(user.id));
  const found = world.users.filter(there).map((user) => ({ name: user.name, hint: user.is_bot ? "App" : user.real_name }));
  return found.sort((a, b) => Number(b.hint === "App") - Number(a.hint === "App"));
}

function named(world: World): { name: string; hint: string }[] {
  return world.channels.filter((c) => c.kind === "public" && !c.is_archived).map((c) => ({ name: c.name ?? "", hint: c.topic?.value ?? "" }));
}
