// A channel or the direct conversation: its head, its messages, the composer.

import { useEffect, type ReactNode } from "react";
import { Avatar } from "./avatar";
import { Composer } from "./composer";
import { Hash, Lock, Shared } from "./icons";
import { MessageList } from "./message_list";
import { botOf, directWith, mainLine, seenBy } from "./people";
import { markRead, useUnread } from "./read";
import { address, go, type Route } from "./route";
import { act } from "./server";
import { SUGGESTIONS } from "./suggestions";
import { attempt } from "./toast";
import type { Channel, User, World } from "./types";

interface Props {
  world: World;
  person: User;
  route: Route;
  channel: Channel | undefined;
}

export function Conversation({ world, person, route, channel }: Props) {
  const seen = seenBy(world, person, channel);
  const newest = seen.reduce((last, m) => (m.ts > last ? m.ts : last), "");
  const direct = route.place === "dm";
  const bot = botOf(world);
  const title = direct ? bot.name : `#${channel?.name}`;
  useEffect(() => {
    if (channel && newest) markRead(person.id, channel.id, newest);
  }, [channel?.id, newest, person.id]);
  return (
    <>
      <MessageList
        key={`${person.id}-${route.place}`}
        world={world}
        person={person}
        messages={mainLine(seen)}
        all={seen}
        label={`Messages in ${title}`}
        intro={direct ? <FirstSight bot={bot} person={person} /> : <Beginning channel={channel as Channel} />}
        onThread={(ts) => go({ ...route, thread: ts })}
      />
      {channel && !direct && !channel.members.includes(bot.id) && <Invitation bot={bot} channel={channel} />}
      <Composer world={world} person={person} channel={channel} place={route.place} label={`Message ${title}`} />
    </>
  );
}

function FirstSight({ bot, person }: { bot: User; person: User }) {
  function ask(text: string) {
    document.querySelector<HTMLElement>("main .composer textarea")?.focus();
    void attempt(() => act("dm", { user: person.id, text }));
  }
  return (
    <div className="intro">
      <Avatar user={bot} />
      <h3>
        {bot.name} <span className="app-tag">APP</span>
      </h3>
      <p>Ask who is sanctioned and under what, and what a drafted relief option would change. Only you and the app see this conversation.</p>
      <ul className="suggestions" aria-label="Questions to begin with">
        {SUGGESTIONS.map((question) => (
          <li key={question}>
            <button onClick={() => ask(question)}>{question}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Beginning({ channel }: { channel: Channel }) {
  return (
    <div className="intro">
      <h3>
        <Sign channel={channel} /> {channel.name}
      </h3>
      <p>
        This is the very beginning of #{channel.name}. {channel.topic?.value}
      </p>
    </div>
  );
}

function Invitation({ bot, channel }: { bot: User; channel: Channel }) {
  return (
    <p className="invitation" role="status">
      {bot.name} is not in this channel: it hears no mention here, and commands still work.
      <button className="button" onClick={() => void attempt(() => act("invite_bot", { channel: channel.id }))}>
        Add {bot.name}
      </button>
    </p>
  );
}

export function Sign({ channel }: { channel: Channel }): ReactNode {
  if (channel.kind === "private") return <Lock />;
  return channel.is_ext_shared ? <Shared /> : <Hash />;
}

export function Tabs({ world, person, route }: { world: World; person: User; route: Route }) {
  const news = useUnread(world, person)(directWith(world, person));
  const tab = (place: string, name: string, count: number) => (
    <a href={address({ ...route, place, thread: "" })} aria-current={route.place === place ? "page" : undefined}>
      {name}
      {count > 0 && route.place !== place && (
        <span className="badge" aria-label={`${count} unread`}>
          {count}
        </span>
      )}
    </a>
  );
  return (
    <nav className="tabs" aria-label="App">
      {tab("home", "Home", 0)}
      {tab("dm", "Messages", news)}
    </nav>
  );
}
