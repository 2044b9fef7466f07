// Our own drawings, 20 by 20, in the colour of the text beside them.

import type { ReactNode } from "react";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round" } as const;

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false" {...line}>
      {children}
    </svg>
  );
}

export const Hash = () => (
  <Icon>
    <path d="M8 3 6 17M14 3l-2 14M3.5 7.5h13.5M3 12.5h13.5" />
  </Icon>
);
export const Lock = () => (
  <Icon>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
  </Icon>
);
export const Shared = () => (
  <Icon>
    <rect x="3" y="3" width="9.5" height="9.5" rx="2.5" />
    <path d="M7.5 14.5a2.5 2.5 0 0 0 2.5 2.5h4.5A2.5 2.5 0 0 0 17 14.5V10a2.5 2.5 0 0 0-2.5-2.5" />
  </Icon>
);
export const Scales = () => (
  <Icon>
    <path d="M10 3v13.5M6.5 17h7M4 5.5 10 4.5l6 1M4 5.5l-2 5.5a2.2 2.2 0 0 0 4 0zM16 5.5l-2 5.5a2.2 2.2 0 0 0 4 0z" />
  </Icon>
);
export const Home = () => (
  <Icon>
    <path d="M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.5 16.5v-4.5h3v4.5" />
  </Icon>
);
export const Bubble = () => (
  <Icon>
    <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-4 3v-3h-.5A1.5 1.5 0 0 1 3 12.5z" />
  </Icon>
);
export const Traffic = () => (
  <Icon>
    <path d="M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3" />
  </Icon>
);
export const Close = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const Send = () => (
  <Icon>
    <path d="M3.5 4 17 10 3.5 16l1.8-6zM5.3 10H11" />
  </Icon>
);
export const Menu = () => (
  <Icon>
    <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />
  </Icon>
);
export const Eye = () => (
  <Icon>
    <path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5z" />
    <circle cx="10" cy="10" r="2.3" />
  </Icon>
);
export const Chevron = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
);
export const Clip = () => (
  <Icon>
    <path d="m16 9.5-6.3 6.3a3.6 3.6 0 0 1-5.1-5.1l6.6-6.6a2.4 2.4 0 0 1 3.4 3.4L8 14.1a1.2 1.2 0 0 1-1.7-1.7L12 6.7" />
  </Icon>
);
