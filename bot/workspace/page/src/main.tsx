import { createRoot } from "react-dom/client";
import "slack-blocks-to-jsx/dist/style.css";
import { App } from "./app";
import { store } from "./store";
import "./styles/colours.css";
import "./styles/layout.css";
import "./styles/messages.css";
import "./styles/composer.css";
import "./styles/windows.css";
import "./styles/panels.css";

createRoot(document.getElementById("page") as HTMLElement).render(<App />);
void store.live();
