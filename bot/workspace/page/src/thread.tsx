// A thread, beside its channel.

import { useEffect } from "react";
import { Composer } from "./composer";
import { Close } from "./icons";
import { MessageList } from "./message_list";
import { repliesTo, seenBy } from "./people";
import type { Channel, User, World } from "./types";

interface Props {
  world: World;
  person: User;
  channel: Channel;
  ts: string;
  onClose: () => void;
}

export function Thread({ world, person, channel, ts, onClose }: Props) {
  const seen = seenBy(world, person, channel);
  const parent = seen.find((message) => message.ts === ts);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) onClose();
    };
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  }, [onClose]);
  // Whoever closes a thread goes on in the channel.
  useEffect(() => () => document.querySelector<HTMLElement>("main .composer textarea")?.focus(), []);
  return (
    <aside className="panel thread" aria-label="Thread">
      <header className="panel-head">
        <h2>Thread</h2>
        <span className="where">{channel.kind === "im" ? "Direct message" : `#${channel.name}`}</span>
        <button className="plain" onClick={onClose} aria-label="Close thread">
          <Close />
        </button>
      </header>
      <MessageList
        key={ts}
        world={world}
        person={person}
        messages={parent ? [parent, ...repliesTo(seen, ts)] : []}
        all={seen}
        label="Messages in this thread"
        inThread
      />
      <Composer world={world} person={person} channel={channel} place={channel.id} label="Reply…" thread={ts} />
    </aside>
  );
}
