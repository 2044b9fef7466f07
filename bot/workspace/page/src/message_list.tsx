// Messages in order, with a line at each new day, kept at the newest unless one has scrolled away.

import { Fragment, useEffect, useRef, type ReactNode } from "react";
import { MessageRow } from "./message_row";
import { repliesTo } from "./people";
import { day } from "./time";
import type { Message, User, World } from "./types";

const SAME_BREATH_SECONDS = 300;
const NEAR_PIXELS = 120;

interface Props {
  world: World;
  person: User;
  messages: Message[];
  all: Message[];
  label: string;
  intro?: ReactNode;
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

export function MessageList({ world, person, messages, all, label, intro, inThread, onThread }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  useEffect(() => {
    // What the renderer draws grows after it was placed, so it is the size that is followed.
    const follow = new ResizeObserver(() => {
      if (near.current && box.current) box.current.scrollTop = box.current.scrollHeight;
    });
    if (content.current) follow.observe(content.current);
    return () => follow.disconnect();
  }, []);

  const last = messages[messages.length - 1];
  useEffect(() => {
    if (last?.user === person.id) near.current = true; // who speaks wants to see the answer
    if (near.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [last?.ts]);

  function scrolled() {
    const at = box.current;
    if (at) near.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_PIXELS;
  }

  return (
    <div className="messages" ref={box} onScroll={scrolled} role="log" aria-label={label} tabIndex={0}>
      <div ref={content}>
        {intro}
        {messages.map((message, at) => {
          const before = messages[at - 1];
          const newDay = !inThread && (!before || day(before.ts, person) !== day(message.ts, person));
          return (
            <Fragment key={`${message.ts}-${message.only_for ?? ""}`}>
              {newDay && (
                <div className="day" role="separator">
                  <span>{day(message.ts, person)}</span>
                </div>
              )}
              <MessageRow
                world={world}
                person={person}
                message={message}
                replies={repliesTo(all, message.ts)}
                follows={!newDay && Boolean(before) && sameBreath(before as Message, message)}
                inThread={inThread}
                onThread={onThread}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

function sameBreath(before: Message, after: Message): boolean {
  const near = Number(after.ts) - Number(before.ts) < SAME_BREATH_SECONDS;
  return near && before.user === after.user && !before.only_for && !before.bot_id && !before.thread_ts;
}
