// One message as Slack shows it: who, when, what, and what one can do with it.

import { Avatar } from "./avatar";
import { Blocks } from "./blocks";
import { Bubble, Eye } from "./icons";
import { botOf, nameOf } from "./people";
import { act } from "./server";
import { clock, day, inFull } from "./time";
import { attempt, toast } from "./toast";
import type { Item, Message, Outcome, User, World } from "./types";

interface Props {
  world: World;
  person: User;
  message: Message;
  replies: Message[];
  follows: boolean; // the same author, just before
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

export function MessageRow({ world, person, message, replies, follows, inThread, onThread }: Props) {
  const author = world.users.find((user) => user.id === message.user);
  const name = nameOf(world, message.user);
  const alone = message.only_for !== null;
  const brief = follows && !alone;
  return (
    <article className={`message${alone ? " alone" : ""}${brief ? " brief" : ""}`} aria-label={`${name}, ${clock(message.ts, person)}`} data-ts={message.ts}>
      {alone && (
        <p className="only-you">
          <Eye /> Only visible to you
        </p>
      )}
      <div className="message-line">
        {brief ? (
          <time className="gutter" dateTime={new Date(Number(message.ts) * 1000).toISOString()} title={inFull(message.ts, person)}>
            {clock(message.ts, person).replace(/\s?[AP]M$/, "")}
          </time>
        ) : (
          <Avatar user={author} />
        )}
        <div className="message-content">
          {!brief && (
            <header>
              <b>{name}</b>
              {author?.is_bot && <span className="app-tag">APP</span>}
              <time dateTime={new Date(Number(message.ts) * 1000).toISOString()} title={inFull(message.ts, person)}>
                {clock(message.ts, person)}
              </time>
            </header>
          )}
          <Body world={world} person={person} message={message} scope={`m${inThread ? "t" : ""}${message.ts.replace(".", "-")}`} />
          {!inThread && replies.length > 0 && (
            <button className="replies" onClick={() => onThread?.(message.ts)}>
              <Avatar user={world.users.find((user) => user.id === replies[replies.length - 1]?.user) ?? botOf(world)} size="small" />
              <b>{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</b>
              <span>{lastReply(replies, person)}</span>
            </button>
          )}
        </div>
      </div>
      {!alone && !inThread && (
        <div className="tools">
          <button onClick={() => onThread?.(message.thread_ts ?? message.ts)} aria-label="Reply in thread" title="Reply in thread">
            <Bubble />
          </button>
        </div>
      )}
    </article>
  );
}

function lastReply(replies: Message[], person: User): string {
  const ts = replies[replies.length - 1]?.ts ?? "";
  return `Last reply ${day(ts, person).toLowerCase()} at ${clock(ts, person)}`;
}

function Body({ world, person, message, scope }: { world: World; person: User; message: Message; scope: string }) {
  async function press(element: Item, value?: unknown) {
    const given = { user: person.id, message_ts: message.ts, action_id: element.action_id, ...(value === undefined ? {} : { value }) };
    const outcome = await attempt(() => act<Outcome>("press", given));
    if (outcome && !outcome.ok) toast(`${botOf(world).name} did not take this: ${outcome.reason.replaceAll("_", " ")}.`);
  }
  return (
    <>
      {message.blocks?.length ? (
        <Blocks blocks={message.blocks} scope={scope} world={world} onAct={press} />
      ) : (
        <Blocks blocks={[{ type: "section", text: { type: "mrkdwn", text: message.text } }]} scope={scope} world={world} onAct={press} />
      )}
      {message.edited && <span className="edited">(edited)</span>}
      {message.files?.map((file) => (
        <figure className="file" key={file.id}>
          {file.mimetype?.startsWith("image/") && (
            <a href={`/local/file/${file.id}`} target="_blank" rel="noopener noreferrer">
              <img src={`/local/file/${file.id}`} alt={file.title} loading="lazy" />
            </a>
          )}
          <figcaption>
            <a href={`/local/file/${file.id}`} target="_blank" rel="noopener noreferrer">
              {file.title}
            </a>{" "}
            <small>{Math.max(1, Math.round(file.size / 1024))} kB</small>
          </figcaption>
        </figure>
      ))}
      {message.reactions?.map((reaction) => (
        <span className="reaction" key={reaction.name}>
          :{reaction.name}: {reaction.count}
        </span>
      ))}
    </>
  );
}
