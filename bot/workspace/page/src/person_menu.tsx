// Who one is: anybody of the workspace, to see what they see.

import { useRef, useState } from "react";
import { Avatar } from "./avatar";
import { Chevron } from "./icons";
import { useMenu } from "./menu";
import { actors, role } from "./people";
import { go } from "./route";
import type { User, World } from "./types";

export function PersonMenu({ world, person }: { world: World; person: User }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const { list, onKeyDown } = useMenu(open, close);
  return (
    <div className="person-menu" onKeyDown={open ? onKeyDown : undefined}>
      {open && (
        <ul role="menu" aria-label="Act as" ref={list} className="popup">
          <li role="presentation" className="popup-title">
            Act as
          </li>
          {actors(world).map((user) => (
            <li key={user.id} role="presentation">
              <button
                role="menuitemradio"
                aria-checked={user.id === person.id}
                onClick={() => {
                  close();
                  go({ person: user.name, place: "dm", thread: "" });
                }}
              >
                <Avatar user={user} size="small" />
                <span className="grow">{user.real_name}</span>
                <small>
                  {role(user)} · {localTime(user)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        ref={button}
        className="person-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`You act as ${person.real_name}, ${role(person)}. Switch person`}
        onClick={() => setOpen(!open)}
      >
        <Avatar user={person} />
        <span className="grow">
          <b>{person.real_name}</b>
          <small>You · {role(person)}</small>
        </span>
        <Chevron />
      </button>
    </div>
  );
}

function localTime(user: User): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: user.tz }).format(new Date());
}
