// The three doors of the server: the state, the stream, and what a person does.

import type { Entry, World } from "./types";

export async function readState(): Promise<World> {
  const response = await fetch("/local/state");
  if (!response.ok) throw new Error(`The workspace answered ${response.status}.`);
  return (await response.json()) as World;
}

/** Every entry later than `after`, in order, until the server goes or `signal` ends it. */
export async function follow(after: number, told: (entry: Entry) => void, signal: AbortSignal): Promise<void> {
  const response = await fetch(`/local/stream?after=${after}`, { signal });
  if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data: ")) told(JSON.parse(line.slice(6)) as Entry);
    }
  }
}

/** What a person does. Rejects with the sentence that the server gives. */
export async function act<Result>(deed: string, given: Record<string, unknown>): Promise<Result> {
  const response = await fetch(`/local/do/${deed}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(given),
  }).catch(() => {
    throw new Error("The workspace does not answer. Is it still running?");
  });
  const body = (await response.json()) as { result?: Result; error?: string };
  if (!response.ok) throw new Error(body.error ?? `The workspace answered ${response.status}.`);
  return body.result as Result;
}
