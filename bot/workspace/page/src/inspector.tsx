// The traffic between the workspace and the app, and every rule of Slack that was broken.

import { useState } from "react";
import { Close } from "./icons";
import { Json } from "./json";
import { toTheSecond } from "./time";
import { lineOf } from "./traffic";
import type { Entry } from "./types";

export function Inspector({ traffic, onClose }: { traffic: Entry[]; onClose: () => void }) {
  const [wrongOnly, setWrongOnly] = useState(false);
  const [words, setWords] = useState("");
  const [since, setSince] = useState(0);
  const broken = traffic.filter((entry) => entry.kind === "violation").length;
  const wanted = traffic.filter((entry) => entry.seq > since && fits(entry, wrongOnly, words));
  return (
    <aside className="panel inspector" aria-label="Traffic">
      <header className="panel-head">
        <h2>Traffic</h2>
        <span className={broken ? "where wrong" : "where"}>{broken === 1 ? "1 rule broken" : `${broken || "No"} rules broken`}</span>
        <button className="plain" onClick={onClose} aria-label="Close traffic">
          <Close />
        </button>
      </header>
      <div className="filters">
        <input type="search" placeholder="Filter" aria-label="Filter the traffic" value={words} onChange={(event) => setWords(event.target.value)} />
        <label>
          <input type="checkbox" checked={wrongOnly} onChange={(event) => setWrongOnly(event.target.checked)} /> Only what went wrong
        </label>
        <button className="button" onClick={() => setSince(traffic[traffic.length - 1]?.seq ?? 0)}>
          Clear
        </button>
      </div>
      <ol className="entries" aria-label="Entries, newest first" tabIndex={0}>
        {[...wanted].reverse().map((entry) => (
          <Row key={entry.seq} entry={entry} />
        ))}
        {!wanted.length && <li className="hint">Nothing yet. → goes to the app, ← comes from it.</li>}
      </ol>
    </aside>
  );
}

function fits(entry: Entry, wrongOnly: boolean, words: string): boolean {
  if (wrongOnly && !lineOf(entry).wrong) return false;
  return !words || JSON.stringify(entry).toLowerCase().includes(words.toLowerCase());
}

function Row({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false);
  const line = lineOf(entry);
  const messages = entry.kind === "violation" ? (entry.data.messages as string[]) : [];
  return (
    <li className={line.wrong ? "entry wrong" : "entry"}>
      <button aria-expanded={open} onClick={() => setOpen(!open)}>
        <time>{toTheSecond(entry.at)}</time>
        <span className="arrow">{line.arrow}</span>
        <b>{line.title}</b>
        <span className="detail">{line.detail}</span>
      </button>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {open && <Json value={entry.data} />}
    </li>
  );
}
