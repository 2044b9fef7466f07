// The left side: the workspace, its channels, the app, and who one is.

import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { Hash, Lock, Shared } from "./icons";
import { botOf, channelsOf, directWith } from "./people";
import { PersonMenu } from "./person_menu";
import { useUnread } from "./read";
import { address, type Route } from "./route";
import type { User, World } from "./types";

interface Props {
  world: World;
  person: User;
  route: Route;
  online: boolean;
}

export function Sidebar({ world, person, route, online }: Props) {
  const unread = useUnread(world, person);
  const bot = botOf(world);
  const inBot = route.place === "dm" || route.place === "home";
  return (
    <nav className="sidebar" aria-label="Workspace" id="sidebar">
      <div className="workspace">
        <span className="tile" aria-hidden="true">
          L
        </span>
        <h1>{world.team.name}</h1>
      </div>
      <div className="lists">
        <Section title="Channels">
          {channelsOf(world, person).map((channel) => (
            <Place
              key={channel.id}
              href={address({ person: person.name, place: channel.id, thread: "" })}
              current={route.place === channel.id}
              unread={unread(channel)}
              icon={channel.kind === "private" ? <Lock /> : channel.is_ext_shared ? <Shared /> : <Hash />}
              name={channel.name ?? ""}
            />
          ))}
        </Section>
        <Section title="Apps">
          <Place
            href={address({ person: person.name, place: "dm", thread: "" })}
            current={inBot}
            unread={unread(directWith(world, person))}
            icon={<Avatar user={bot} size="small" />}
            name={bot.name}
          />
        </Section>
      </div>
      {!online && (
        <p className="offline" role="status">
          The workspace has stopped. Waiting for it…
        </p>
      )}
      <PersonMenu world={world} person={person} />
    </nav>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface PlaceProps {
  href: string;
  current: boolean;
  unread: number;
  icon: ReactNode;
  name: string;
}

function Place({ href, current, unread, icon, name }: PlaceProps) {
  const news = unread > 0 && !current;
  return (
    <li>
      <a href={href} className={news ? "place unread" : "place"} aria-current={current ? "page" : undefined}>
        {icon}
        <span className="grow">{name}</span>
        {news && (
          <span className="badge" aria-label={`${unread} unread`}>
            {unread}
          </span>
        )}
      </a>
    </li>
  );
}
