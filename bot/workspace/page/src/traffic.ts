// How an entry of the journal reads in one line.

import type { Entry } from "./types";

export interface Line {
  arrow: "→" | "←" | "·"; // to the app, from the app, in the workspace
  title: string;
  detail: string;
  wrong: boolean;
}

type Data = Record<string, unknown>;

const READERS: Record<string, (data: Data) => Partial<Line>> = {
  "api.called": (data) => {
    const answer = data.answer as { ok?: boolean; error?: string };
    return { arrow: "←", title: String(data.method), detail: answer.ok ? "ok" : (answer.error ?? ""), wrong: !answer.ok };
  },
  "event.sent": (data) => ({ arrow: "→", title: `event ${data.type}`, detail: String(data.event_id) }),
  "event.lost": (data) => ({ arrow: "→", title: "event lost", detail: String(data.reason), wrong: true }),
  "envelope.sent": (data) => {
    const envelope = data.envelope as { type?: string; payload?: Data };
    return { arrow: "→", title: `envelope ${envelope.type}`, detail: about(envelope.payload) };
  },
  "request.sent": (data) => ({ arrow: "→", title: `request ${data.what}`, detail: about(data.payload as Data) }),
  "ack.taken": (data) => ({ arrow: "←", title: `acknowledged ${data.what}`, detail: String(data.name ?? "") }),
  "ack.missing": (data) => ({ arrow: "←", title: `not acknowledged: ${data.what}`, detail: String(data.reason), wrong: true }),
  "response.used": (data) => ({ arrow: "←", title: "response_url", detail: textOf(data.body) }),
  "response.refused": (data) => ({ arrow: "←", title: "response_url refused", detail: String(data.error), wrong: true }),
  violation: (data) => ({ arrow: "←", title: `rule broken: ${data.error}`, detail: `in ${data.where}`, wrong: true }),
};

export function lineOf(entry: Entry): Line {
  const read = READERS[entry.kind];
  const plain: Line = { arrow: "·", title: entry.kind, detail: textOf(entry.data.message), wrong: false };
  return read ? { ...plain, detail: "", ...read(entry.data) } : plain;
}

function textOf(value: unknown): string {
  return String((value as { text?: string } | undefined)?.text ?? "").split("\n")[0] ?? "";
}

function about(payload: Data | undefined): string {
  const event = payload?.event as { type?: string; text?: string } | undefined;
  if (event) return [event.type, event.text?.split("\n")[0]].filter(Boolean).join(": ");
  const action = (payload?.actions as { action_id?: string }[] | undefined)?.[0];
  return [payload?.command ?? payload?.type, payload?.text ?? action?.action_id].filter(Boolean).join(" ");
}
