// Elements that take a value, as the browser's own controls.

import { useState } from "react";
import { inBase64 } from "./file";
import type { Item, Option, World } from "./types";

interface Props {
  id: string;
  element: Item;
  world: World;
  value?: unknown;
  onChange: (value: unknown) => void;
  described?: string;
  wrong?: boolean;
  suggest?: (action_id: string, typed: string) => Promise<Item["options"]>;
}

const WRITTEN: Record<string, string> = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "text",
  datepicker: "date",
  timepicker: "time",
};
const INITIAL = ["initial_value", "initial_date", "initial_time"] as const;

export function Control(props: Props) {
  const { element } = props;
  if (element.type in WRITTEN) return <Written {...props} />;
  if (element.type === "datetimepicker") return <DateAndTime {...props} />;
  if (element.type === "external_select") return <Looked {...props} />;
  if (element.type === "file_input") return <Files {...props} />;
  const options = offered(element, props.world);
  if (!options) return <p className="hint">This page does not draw {element.type}.</p>;
  if (element.type === "radio_buttons") return <Choices {...props} options={options} kind="radio" />;
  if (element.type === "checkboxes" || element.type.startsWith("multi_")) {
    return <Choices {...props} options={options} kind="checkbox" />;
  }
  return <Chosen {...props} options={options} />;
}

function offered(element: Item, world: World): Option[] | null {
  const option = (value: string, text: string): Option => ({ value, text: { type: "plain_text", text } });
  if (element.options) return element.options;
  if (element.option_groups) return element.option_groups.flatMap((group) => group.options);
  if (element.type.endsWith("users_select")) {
    return world.users.filter((user) => !user.deleted).map((user) => option(user.id, user.real_name));
  }
  if (element.type.endsWith("channels_select") || element.type.endsWith("conversations_select")) {
    return world.channels.filter((c) => c.kind !== "im" && !c.is_archived).map((c) => option(c.id, `#${c.name}`));
  }
  return null;
}

function common({ id, element, described, wrong }: Props) {
  const label = element.accessibility_label ?? element.placeholder?.text;
  return { id, "aria-describedby": described, "aria-invalid": wrong || undefined, "aria-label": described ? undefined : label };
}

function initial(element: Item): string {
  for (const name of INITIAL) if (element[name] !== undefined) return String(element[name]);
  return "";
}

function Written(props: Props) {
  const { element, value, onChange } = props;
  const shared = {
    ...common(props),
    "aria-label": undefined,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    value: typeof value === "string" ? value : initial(element),
    autoFocus: Boolean(element.focus_on_load),
  };
  if (element.multiline) return <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />;
  return <input {...shared} type={WRITTEN[element.type]} onChange={(event) => onChange(event.target.value)} />;
}

function Files(props: Props) {
  const types = (props.element.filetypes as string[] | undefined) ?? [];
  async function chosen(files: FileList | null) {
    const read = Array.from(files ?? []).map(async (file) => ({ name: file.name, content: await inBase64(file) }));
    props.onChange(await Promise.all(read));
  }
  return (
    <input
      {...common(props)}
      type="file"
      multiple={Number(props.element.max_files ?? 10) > 1}
      accept={types.map((type) => `.${type}`).join(",") || undefined}
      onChange={(event) => void chosen(event.target.files)}
    />
  );
}

function DateAndTime(props: Props) {
  const seconds = (props.value ?? props.element.initial_date_time) as number | undefined;
  const local = seconds ? new Date((seconds - new Date().getTimezoneOffset() * 60) * 1000).toISOString().slice(0, 16) : "";
  return (
    <input
      {...common(props)}
      type="datetime-local"
      value={local}
      onChange={(event) => props.onChange(Math.floor(new Date(event.target.value).getTime() / 1000))}
    />
  );
}

function Chosen(props: Props & { options: Option[] }) {
  const { element, value, onChange, options } = props;
  const begun =
    (element.initial_option as Option | undefined)?.value ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation;
  return (
    <select {...common(props)} value={String(value ?? begun ?? "")} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>
        {element.placeholder?.text ?? "Choose…"}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text.text}
        </option>
      ))}
    </select>
  );
}

function Choices(props: Props & { options: Option[]; kind: "radio" | "checkbox" }) {
  const { id, element, onChange, options, kind } = props;
  const begun = kind === "radio" ? [element.initial_option as Option] : ((element.initial_options as Option[]) ?? []);
  const named = (element.initial_users ?? element.initial_channels ?? element.initial_conversations) as string[] | undefined;
  const at = named ?? begun.filter(Boolean).map((option) => option.value);
  const held = props.value === undefined ? at : ([] as unknown[]).concat(props.value);
  const turn = (value: string, on: boolean) =>
    onChange(kind === "radio" ? value : options.map((o) => o.value).filter((v) => (v === value ? on : held.includes(v))));
  return (
    <div className="choices" role={kind === "radio" ? "radiogroup" : "group"} aria-describedby={props.described}>
      {options.map((option, index) => (
        <label key={option.value}>
          <input
            type={kind}
            id={index ? undefined : id}
            name={id}
            checked={held.includes(option.value)}
            onChange={(event) => turn(option.value, event.target.checked)}
          />
          <span>
            {option.text.text}
            {option.description && <small>{option.description.text}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

function Looked(props: Props) {
  const { id, element, onChange, suggest } = props;
  const [options, setOptions] = useState<Option[]>([]);
  async function typed(text: string) {
    const known = options.find((option) => option.text.text === text);
    if (known) return onChange(known);
    if (text.length >= Number(element.min_query_length ?? 3)) {
      setOptions((await suggest?.(element.action_id ?? "", text)) ?? []);
    }
  }
  return (
    <>
      <input {...common(props)} list={`${id}-list`} onChange={(event) => void typed(event.target.value)} />
      <datalist id={`${id}-list`}>
        {options.map((option) => (
          <option key={option.value} value={option.text.text} />
        ))}
      </datalist>
    </>
  );
}
