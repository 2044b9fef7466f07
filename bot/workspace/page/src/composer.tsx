// Where one writes: Enter sends, Shift+Enter breaks the line, / and @ offer what there is.

import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { offers, type Offer } from "./completion";
import { inBase64 } from "./file";
import { Clip, Send } from "./icons";
import { moved } from "./menu";
import { act } from "./server";
import type { Channel, User, World } from "./types";

interface Props {
  world: World;
  person: User;
  channel: Channel | undefined; // none: the direct conversation that has not begun
  place: string;
  label: string;
  thread?: string;
}

export function Composer({ world, person, channel, place, label, thread }: Props) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const found = dismissed ? [] : offers(world, channel, text, Boolean(thread));
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => {
    box.current?.focus();
  }, [place, thread, person.id]);
  useEffect(() => {
    if (!box.current) return;
    box.current.style.height = "auto";
    box.current.style.height = `${Math.min(box.current.scrollHeight, 200)}px`;
  }, [text]);

  function write(words: string) {
    setText(words);
    setAt(0);
    setDismissed(false);
    setProblem("");
  }

  async function send() {
    const words = text.trim();
    if (!words) return;
    write("");
    try {
      await deliver(words, { person, place: channel?.id ?? place, thread });
    } catch (error) {
      setText(words);
      setDismissed(true);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  async function attach(file: File | undefined) {
    if (!file) return;
    const words = text.trim();
    write("");
    try {
      const given = { channel: channel?.id ?? place, user: person.id, name: file.name, content: await inBase64(file), text: words };
      await act("attach", { ...given, ...(thread ? { thread_ts: thread } : {}) });
    } catch (error) {
      setText(words);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  function take(offer: Offer) {
    write(offer.text);
    box.current?.focus();
  }

  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const offer = found[chosen];
    if (event.key === "Escape" && found.length) {
      event.stopPropagation();
      setDismissed(true);
    } else if (offer && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt(moved(chosen, event.key, found.length));
    } else if (offer && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      take(offer);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (offer && offer.text.trim() !== text.trim()) take(offer);
      else void send();
    }
  }

  return (
    <div className="composer">
      {found.length > 0 && (
        <ul className="popup offers" role="listbox" id={`${id}-offers`} aria-label="Suggestions">
          {found.map((offer, index) => (
            <li
              key={offer.label}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(offer)}
            >
              <b>{offer.label}</b>
              <span>{offer.hint}</span>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={text}
          placeholder={label}
          aria-label={label}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={found.length ? `${id}-${chosen}` : undefined}
          onChange={(event) => write(event.target.value)}
          onKeyDown={pressed}
          onBlur={() => setDismissed(true)}
          onFocus={() => setDismissed(false)}
        />
        <label className="attach" title="Attach a file">
          <input
            type="file"
            aria-label="Attach a file"
            onChange={(event) => {
              void attach(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Clip />
        </label>
        <button className="send" aria-label="Send" title="Send (Enter)" disabled={!text.trim()} onClick={() => void send()}>
          <Send />
        </button>
      </div>
      <p className="keys" aria-hidden="true">
        <kbd>/</kbd> commands · <kbd>@</kbd> mention · <kbd>Enter</kbd> sends · <kbd>Shift</kbd>+<kbd>Enter</kbd> new line
      </p>
    </div>
  );
}

interface Where {
  person: User;
  place: string;
  thread?: string;
}

async function deliver(words: string, { person, place, thread }: Where): Promise<void> {
  if (!words.startsWith("/")) {
    await act("say", { channel: place, user: person.id, text: words, ...(thread ? { thread_ts: thread } : {}) });
    return;
  }
  if (thread) throw new Error("Slack has no commands in threads. Mention the app instead.");
  const [command = "", ...rest] = words.split(" ");
  await act("slash", { channel: place, user: person.id, command, text: rest.join(" ") });
}
