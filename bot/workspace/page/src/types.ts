// What GET /local/state and the stream carry, as far as the page reads it.

export interface User {
  id: string;
  name: string;
  real_name: string;
  deleted: boolean;
  is_bot: boolean;
  is_admin: boolean;
  is_restricted: boolean;
  is_stranger?: boolean;
  tz: string;
  locale: string;
}

export interface Channel {
  id: string;
  name?: string;
  kind: "public" | "private" | "im";
  members: string[];
  user?: string;
  is_archived: boolean;
  is_ext_shared?: boolean;
  topic?: { value: string };
}

export interface Text {
  type: "plain_text" | "mrkdwn";
  text: string;
  emoji?: boolean;
}

export interface Option {
  text: Text;
  value: string;
  description?: Text;
}

export interface Confirm {
  title: Text;
  text: Text;
  confirm: Text;
  deny: Text;
  style?: string;
}

// Block Kit has many shapes; what is not read here goes to the renderer as it is.
export interface Item {
  type: string;
  action_id?: string;
  block_id?: string;
  text?: unknown;
  url?: string;
  value?: string;
  options?: Option[];
  option_groups?: { label: Text; options: Option[] }[];
  placeholder?: Text;
  confirm?: Confirm;
  multiline?: boolean;
  max_length?: number;
  min_length?: number;
  accessibility_label?: string;
  [more: string]: unknown;
}

export interface Block extends Item {
  elements?: Item[];
  accessory?: Item;
  element?: Item;
  label?: Text;
  hint?: Text;
  optional?: boolean;
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  subtype?: string;
  bot_id?: string;
  only_for: string | null;
  edited?: { ts: string };
  reactions?: { name: string; count: number; users: string[] }[];
  files?: { id: string; title: string; mimetype?: string; size: number }[];
}

export interface View {
  id: string;
  type: "modal" | "home";
  title: Text;
  submit: Text | null;
  close: Text | null;
  blocks: Block[];
  previous_view_id: string | null;
  hash: string;
}

export interface Command {
  name: string;
  description: string;
  usage_hint: string;
}

export interface World {
  seq: number;
  team: { id: string; name: string };
  bot: { user_id: string };
  users: User[];
  channels: Channel[];
  messages: Message[];
  views: Record<string, View>;
  modals: Record<string, string[]>;
  homes: Record<string, string>;
  commands: Command[];
}

export interface Entry {
  seq: number;
  at: number;
  kind: string;
  data: Record<string, unknown>;
}

export interface Outcome {
  ok: boolean;
  errors: Record<string, string>;
  reason: string;
}
