// The app's Home tab. Opening it tells the app, which publishes it when it can.

import { useEffect } from "react";
import { Blocks } from "./blocks";
import { botOf } from "./people";
import { act } from "./server";
import { attempt, toast } from "./toast";
import type { Item, Outcome, User, World } from "./types";

export function Home({ world, person }: { world: World; person: User }) {
  const view = world.views[world.homes[person.id] ?? ""];
  useEffect(() => {
    void attempt(() => act("open_home", { user: person.id }));
  }, [person.id]);

  async function press(element: Item, value?: unknown) {
    if (!view) return;
    const given = { view_id: view.id, action_id: element.action_id, ...(value === undefined ? {} : { value }) };
    const outcome = await attempt(() => act<Outcome>("press_in_view", given));
    if (!outcome) return;
    if (!outcome.ok) toast(`${botOf(world).name} did not take this: ${outcome.reason.replaceAll("_", " ")}.`);
  }

  return (
    <div className="home" role="region" aria-label="Home" tabIndex={0}>
      {view ? (
        <Blocks blocks={view.blocks} scope={view.id} world={world} onAct={press} />
      ) : (
        <p className="hint">Waiting for {botOf(world).name} to publish this page…</p>
      )}
    </div>
  );
}
