// Controls in the browser. What they are and show comes from Streamlit, what the reader changed goes back. Names are only ever text here.
const frames = new WeakMap();
const PAUSE = 250; // milliseconds without a key until what was typed is looked for

export default function (component) {
  const frame = component.parentElement.querySelector(".controls");
  let known = frames.get(frame);
  if (!known) frames.set(frame, (known = { shown: {} }));
  known.tell = (name, value) => component.setTriggerValue("change", { name, value });
  const { controls } = component.data, shape = JSON.stringify(controls.map(({ value, ...rest }) => rest));
  if (known.shape !== shape) {
    const focused = frame.getRootNode().activeElement?.dataset.name;
    known.shape = shape;
    frame.replaceChildren(...controls.map((control) => (known.shown[control.name] = MADE[control.kind](control, (value) => known.tell(control.name, value), known.shown[control.name]))).map((each) => each.frame));
    if (focused) known.shown[focused]?.focus();
  }
  for (const control of controls) known.shown[control.name].set(control.value);
}

function made(tag, attributes, ...inner) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") element.setAttribute(name, value);
  element.append(...inner);
  return element;
}

function labelled(control, input, ...more) {
  if (control.quiet) input.setAttribute("aria-label", control.label);
  return control.quiet ? made("div", { class: "control " + control.kind }, input, ...more) : made("label", { class: "control " + control.kind }, made("span", { class: "label" }, control.label), input, ...more);
}

function choice(control, tell) {
  const options = control.options.map(([value, words]) => made("option", {}, words)), input = made("select", { "data-name": control.name }, ...options);
  control.options.forEach(([value], at) => { options[at].value = value; });
  input.addEventListener("change", () => tell(input.value));
  return { frame: labelled(control, input), focus: () => input.focus(), set: (value) => { input.value = value; } };
}

function range(control, tell) {
  const { options } = control, input = made("input", { type: "range", min: 0, max: options.length - 1, step: 1, "data-name": control.name }), said = made("output", {});
  const show = () => { said.textContent = options[input.value][1]; input.setAttribute("aria-valuetext", options[input.value][1]); };
  input.addEventListener("input", show);
  input.addEventListener("change", () => tell(options[input.value][0]));
  const set = (value) => { input.value = Math.max(0, options.findIndex(([each]) => each === value)); show(); };
  return { frame: labelled(control, input, said), focus: () => input.focus(), set };
}

// Tabs, of which the server fills the open one.
function tabs(control, tell) {
  const buttons = control.options.map(([, words]) => made("button", { type: "button", role: "tab", "data-name": control.name }, words)), all = made("div", { class: "control switch", role: "tablist", "aria-label": control.label }, ...buttons);
  const chosen = () => buttons.findIndex((each) => each.getAttribute("aria-selected") === "true");
  const mark = (at) => buttons.forEach((each, other) => { each.setAttribute("aria-selected", String(other === at)); each.tabIndex = other === at ? 0 : -1; });
  const open = (at) => { mark(at); tell(control.options[at][0]); };
  buttons.forEach((each, at) => each.addEventListener("click", () => open(at)));
  all.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = (chosen() + step + buttons.length) % buttons.length;
    event.preventDefault();
    buttons[at].focus();
    open(at);
  });
  return { frame: all, focus: () => buttons[Math.max(0, chosen())].focus(), set: (value) => mark(control.options.findIndex(([each]) => each === value)) };
}

// What stands in the box stays the reader's while it is typed; the server empties it once something was found.
function search(control, tell, before) {
  const input = made("input", { type: "search", placeholder: control.hint, maxlength: 200, autocomplete: "off", spellcheck: "false", "data-name": control.name });
  let told = before ? before.told() : "", waiting;
  const send = () => { clearTimeout(waiting); if (input.value !== told) { told = input.value; tell(told); } };
  input.value = before ? before.typed() : "";
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(send, PAUSE); });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") send(); });
  return {
    frame: labelled(control, input), focus: () => input.focus(), told: () => told, typed: () => input.value,
    set: (value) => { if (value !== told) { clearTimeout(waiting); told = input.value = value; } },
  };
}

// The server makes the file when it is asked for; the browser saves it.
function file(control, tell) {
  const button = made("button", { type: "button", "data-name": control.name }, control.label);
  let asked = false;
  button.addEventListener("click", () => { asked = true; tell("asked"); });
  const set = (value) => {
    if (!asked || !value) return;
    asked = false;
    const link = made("a", { download: control.hint, href: URL.createObjectURL(new Blob([value], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return { frame: made("div", { class: "control away" }, button), focus: () => button.focus(), set };
}

// The address stands ready to be copied in a box below its button, which a click elsewhere and Escape close.
function link(control) {
  const button = made("button", { type: "button", "data-name": control.name }, control.label), input = made("input", { type: "text", readonly: "readonly", "aria-label": control.label });
  const [[, words], [, done]] = control.options, copy = made("button", { type: "button" }, words), box = made("div", { class: "box", popover: "auto" }, made("p", {}, control.hint), input, copy);
  copy.addEventListener("click", async () => {
    input.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(input.value).catch(() => {}); // refused: it is selected, and the reader copies it
    else document.execCommand("copy"); // a page that is not served safely
    copy.textContent = done;
  });
  button.popoverTargetElement = box;
  let within = false; // browsers do not find the way back into a component by themselves
  box.addEventListener("beforetoggle", () => { within = box.contains(box.getRootNode().activeElement); });
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return within && button.focus();
    copy.textContent = words;
    const { left, bottom } = button.getBoundingClientRect();
    box.style.left = Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8)) + "px";
    box.style.top = Math.min(bottom + 4, innerHeight - box.offsetHeight - 8) + "px";
    input.focus();
    input.select();
  });
  return { frame: made("div", { class: "control away" }, button, box), focus: () => button.focus(), set: (value) => { input.value = new URL(value, location.href).href; } };
}

const MADE = { choice, range, switch: tabs, search, file, link };

// A link within the app is followed without loading the app anew: Streamlit hears of it as of a step back or on. Other clicks are the browser's.
if (!document.documentElement.dataset.links) {
  document.documentElement.dataset.links = "heard";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.r-link");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    const sidebar = link.closest("[data-testid=stSidebar]"); // on a phone it covers the page that was asked for
    if (sidebar && innerWidth < 768) sidebar.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  });
}
