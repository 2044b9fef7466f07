// JSON to be read: indented, with names, strings and figures told apart.

import type { ReactNode } from "react";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

export function Json({ value }: { value: unknown }) {
  const text = JSON.stringify(value, null, 2) ?? "";
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const kind = match[2] ? "json-name" : match[1] ? "json-string" : "json-value";
    parts.push(text.slice(at, match.index));
    parts.push(
      <span key={match.index} className={kind}>
        {match[1] ?? match[0]}
      </span>,
    );
    at = match.index + (match[1] ?? match[0]).length;
  }
  return (
    <pre className="json" tabIndex={0}>
      {parts}
      {text.slice(at)}
    </pre>
  );
}
