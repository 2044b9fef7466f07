// Who is there and who sees what.

import type { Channel, Message, User, World } from "./types";

export function actors(world: World): User[] {
  return world.users.filter((user) => !user.is_bot && !user.deleted);
}

export function role(user: User): string {
  if (user.is_stranger) return "External";
  if (user.is_restricted) return "Guest";
  return user.is_admin ? "Admin" : "Member";
}

export function botOf(world: World): User {
  return world.users.find((user) => user.id === world.bot.user_id) as User;
}

export function nameOf(world: World, id: string): string {
  const user = world.users.find((each) => each.id === id);
  if (id === "USLACKBOT") return "Slackbot";
  return user ? (user.is_bot ? user.name : user.real_name) : id;
}

export function channelsOf(world: World, person: User): Channel[] {
  const own = world.channels.filter((c) => c.kind !== "im" && !c.is_archived && c.members.includes(person.id));
  return own.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
}

export function directWith(world: World, person: User): Channel | undefined {
  return world.channels.find((channel) => channel.kind === "im" && channel.user === person.id);
}

/** The channel of a place in the address; the direct one may not have begun yet. */
export function channelAt(world: World, person: User, place: string): Channel | undefined {
  if (place === "dm" || place === "home") return directWith(world, person);
  return channelsOf(world, person).find((channel) => channel.id === place);
}

export function isReply(message: Message): boolean {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

export function seenBy(world: World, person: User, channel: Channel | undefined): Message[] {
  return world.messages.filter((m) => m.channel === channel?.id && (!m.only_for || m.only_for === person.id));
}

export function mainLine(messages: Message[]): Message[] {
  return messages.filter((m) => !isReply(m) || m.subtype === "thread_broadcast");
}

export function repliesTo(messages: Message[], ts: string): Message[] {
  return messages.filter((m) => m.thread_ts === ts && m.ts !== ts);
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? "?") + (words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : "")).toUpperCase();
}
