// Times as the person acted as would see them: in that person's time zone.

import type { User } from "./types";

const DAY_MS = 86_400_000;

export function moment(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

function locale(user: User): string {
  return user.locale.startsWith("en") ? user.locale : "en-GB";
}

export function clock(ts: string, user: User): string {
  const options = { hour: "numeric", minute: "2-digit", timeZone: user.tz } as const;
  return new Intl.DateTimeFormat(locale(user), options).format(moment(ts));
}

export function inFull(ts: string, user: User): string {
  const options = { dateStyle: "full", timeStyle: "long", timeZone: user.tz } as const;
  return new Intl.DateTimeFormat(locale(user), options).format(moment(ts));
}

/** The calendar day there, to be compared and not shown. */
export function dayKey(at: Date, user: User): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: user.tz }).format(at);
}

export function day(ts: string, user: User): string {
  const key = dayKey(moment(ts), user);
  if (key === dayKey(new Date(), user)) return "Today";
  if (key === dayKey(new Date(Date.now() - DAY_MS), user)) return "Yesterday";
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: user.tz } as const;
  return new Intl.DateTimeFormat(locale(user), options).format(moment(ts));
}

export function toTheSecond(seconds: number): string {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour12: false });
}
