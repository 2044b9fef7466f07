// The whole page: the left side, a place, what stands beside it, what stands in front of it.

import { useCallback, useEffect, useState } from "react";
import { Avatar } from "./avatar";
import { Conversation, Sign, Tabs } from "./conversation";
import { Home } from "./home";
import { Close, Menu, Traffic } from "./icons";
import { Inspector } from "./inspector";
import { Modal } from "./modal";
import { actors, botOf, channelAt } from "./people";
import { go, useRoute, type Route } from "./route";
import { Sidebar } from "./sidebar";
import { useSnapshot } from "./store";
import { Thread } from "./thread";
import { useToast } from "./toast";
import type { Channel, Entry, User, World } from "./types";

export function App() {
  const { world, traffic, online } = useSnapshot();
  if (!world) return <p className="starting">{online ? "Opening the workspace…" : "The workspace does not answer. Is it still running?"}</p>;
  return <Workspace world={world} traffic={traffic} online={online} />;
}

function Workspace({ world, traffic, online }: { world: World; traffic: Entry[]; online: boolean }) {
  const asked = useRoute();
  const people = actors(world);
  const person = (people.find((user) => user.name === asked.person) ?? people[0]) as User;
  const found = channelAt(world, person, asked.place);
  const inBot = asked.place === "home" || asked.place === "dm";
  const route: Route = { ...asked, person: person.name, place: found || inBot ? asked.place : "dm" };
  const channel = found ?? channelAt(world, person, "dm");
  const [inspecting, setInspecting] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const closeThread = useCallback(() => go({ ...route, thread: "" }), [route.person, route.place]);
  const modal = world.views[(world.modals[person.id] ?? []).slice(-1)[0] ?? ""];
  useEffect(() => setDrawer(false), [asked.person, asked.place]);
  useEffect(() => {
    if (!drawer) return;
    const closing = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) setDrawer(false);
    };
    addEventListener("keydown", closing);
    return () => removeEventListener("keydown", closing);
  }, [drawer]);
  useEffect(() => {
    document.title = `${route.place === "home" ? "Home" : inBot ? botOf(world).name : `#${channel?.name}`} · ${world.team.name}`;
  });

  return (
    <div className={`page${drawer ? " drawer" : ""}`}>
      <Sidebar world={world} person={person} route={route} online={online} />
      {drawer && <button className="veil" aria-label="Close the menu" onClick={() => setDrawer(false)} />}
      <main>
        <Head
          world={world}
          person={person}
          route={route}
          channel={channel}
          broken={traffic.filter((entry) => entry.kind === "violation").length}
          inspecting={inspecting}
          onInspect={() => setInspecting(!inspecting)}
          drawer={drawer}
          onDrawer={() => setDrawer(!drawer)}
        />
        {route.place === "home" ? (
          <Home world={world} person={person} />
        ) : (
          <Conversation world={world} person={person} route={route} channel={channel} />
        )}
      </main>
      {route.thread && channel && route.place !== "home" && (
        <Thread world={world} person={person} channel={channel} ts={route.thread} onClose={closeThread} />
      )}
      {inspecting && <Inspector traffic={traffic} onClose={() => setInspecting(false)} />}
      {modal && <Modal key={modal.id} world={world} view={modal} />}
      <Toast />
    </div>
  );
}

interface HeadProps {
  world: World;
  person: User;
  route: Route;
  channel: Channel | undefined;
  broken: number;
  inspecting: boolean;
  onInspect: () => void;
  drawer: boolean;
  onDrawer: () => void;
}

function Head({ world, person, route, channel, broken, inspecting, onInspect, drawer, onDrawer }: HeadProps) {
  const inBot = route.place === "home" || route.place === "dm";
  return (
    <header className="head">
      <button className="plain burger" aria-label="Menu" aria-expanded={drawer} aria-controls="sidebar" onClick={onDrawer}>
        {drawer ? <Close /> : <Menu />}
      </button>
      {inBot || !channel ? (
        <h2>
          <Avatar user={botOf(world)} size="small" /> {botOf(world).name} <span className="app-tag">APP</span>
        </h2>
      ) : (
        <h2>
          <Sign channel={channel} /> {channel.name}
        </h2>
      )}
      {inBot ? <Tabs world={world} person={person} route={route} /> : <p className="topic">{`${channel?.members.length} members · ${channel?.topic?.value ?? ""}`}</p>}
      <button className={`button traffic${broken ? " wrong" : ""}`} aria-pressed={inspecting} aria-label={broken ? `Traffic, ${broken} ${broken === 1 ? "rule" : "rules"} broken` : "Traffic"} onClick={onInspect}>
        <Traffic /> <span>Traffic</span>
        {broken > 0 && <span className="badge">{broken}</span>}
      </button>
    </header>
  );
}

function Toast() {
  const sentence = useToast();
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {sentence && <p className="toast">{sentence}</p>}
    </div>
  );
}
