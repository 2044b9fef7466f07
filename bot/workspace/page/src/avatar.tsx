import { Scales } from "./icons";
import { initials } from "./people";
import type { User } from "./types";

const COLOURS = 6;

export function Avatar({ user, size = "" }: { user: User | undefined; size?: "" | "small" }) {
  const shade = [...(user?.id ?? "")].reduce((sum, letter) => (sum * 5 + letter.charCodeAt(0)) % 997, 0) % COLOURS;
  return (
    <span className={`avatar ${size} ${user?.is_bot ? "bot" : `shade-${shade}`}`} aria-hidden="true">
      {user?.is_bot ? <Scales /> : initials(user?.real_name ?? "Slackbot")}
    </span>
  );
}
