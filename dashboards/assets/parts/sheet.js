// A table in the browser. Columns and rows from Streamlit in, the cell that was clicked out. What comes from documents is only ever text here.
const states = new WeakMap();

export default function (component) {
  const frame = component.parentElement.querySelector(".sheet"), { content, rest } = component.data;
  let state = states.get(frame);
  if (!state) states.set(frame, (state = start(frame)));
  state.send = (row, column) => component.setTriggerValue("cell", { row, column });
  const revision = JSON.stringify([content, rest.words, rest.first]);
  Object.assign(state, content, rest);
  frame.querySelector(".scroll").style.maxHeight = rest.height + "px";
  if (revision !== state.revision) { state.revision = revision; state.whole = false; draw(state); }
  mark(state);
  return () => { if (!frame.isConnected) { removeEventListener("beforeprint", state.printed); states.delete(frame); } };
}

function start(frame) {
  const state = { frame, table: frame.querySelector("table"), sort: null, at: [0, 0] };
  state.printed = () => { if (!state.whole) whole(state); };
  addEventListener("beforeprint", state.printed);
  state.table.addEventListener("click", (event) => clicked(state, event.target.closest("button")));
  state.table.addEventListener("keydown", (event) => key(state, event));
  state.table.addEventListener("focusin", (event) => { const at = state.buttons.flatMap((row, y) => row.map((each, x) => each === event.target && [y, x])).find(Boolean); if (at) rove(state, at); });
  frame.querySelector(".all").addEventListener("click", () => { whole(state); state.buttons[state.first + 1].find(Boolean).focus(); });
  return state;
}

function whole(state) { state.whole = true; draw(state); mark(state); }

function made(tag, inner, attributes) {
  const element = document.createElement(tag);
  element.append(inner);
  for (const [name, value] of Object.entries(attributes || {})) if (value) element.setAttribute(name, value);
  return element;
}

function draw(state) {
  const { table, columns, frame, words } = state, sorted = inOrder(state);
  state.whole ||= sorted.length <= state.first + 5 || sorted.slice(state.first).some(([row]) => row === state.picked[0]);
  state.drawn = state.whole ? sorted : sorted.slice(0, state.first);
  const head = made("tr", ""), body = document.createDocumentFragment();
  state.buttons = [columns.map((column) => {
    const button = made("button", column.name, { type: "button", tabindex: "-1", title: column.help }), sort = state.sort && state.sort.key === column.key ? (state.sort.down ? "descending" : "ascending") : "none";
    head.append(made("th", button, { scope: "col", "aria-sort": sort, class: column.number ? "number" : column.wide ? "wide" : "" }));
    return button;
  })];
  for (const row of state.drawn) body.append(line(state, row));
  table.replaceChildren(made("thead", head), made("tbody", body));
  table.setAttribute("aria-label", words.about);
  table.setAttribute("aria-rowcount", sorted.length + 1);
  const all = frame.querySelector(".all");
  all.hidden = state.whole;
  all.textContent = words.all;
  rove(state, state.buttons[state.at[0]]?.[state.at[1]] ? state.at : [0, 0]);
}

function line(state, [id, ...cells]) {
  const row = made("tr", "", { "data-row": id }), buttons = [];
  cells.forEach((cell, at) => {
    const [text, look, words] = Array.isArray(cell) ? cell : [cell, "", ""], column = state.columns[at], opens = column.opens && text !== "";
    const button = opens ? made("button", String(text), { type: "button", tabindex: "-1", title: words || (at ? "" : text) }) : null;
    if (button && words) button.append(made("span", " " + words, { class: "told" })); // read out, not seen
    buttons.push(button);
    const place = row.appendChild(made(at ? "td" : "th", button || String(text), { scope: at ? "" : "row", "data-look": look, class: column.number ? "number" : column.wide ? "wide" : "" }));
    if (look) place.style.setProperty("--behind", behind(look.split("+")));
  });
  state.buttons.push(buttons);
  return row;
}

// The colours of stances, thin enough for text in the light and the dark theme; of several, one beside the other.
function behind(stances) {
  const stops = stances.map((stance, at) => `color-mix(in srgb, var(--r-${stance}) 28%, var(--st-background-color)) ${(100 * at) / stances.length}% ${(100 * (at + 1)) / stances.length}%`);
  return `linear-gradient(115deg, ${stops.join(", ")})`;
}

// Rows as the reader wants them: those with nothing in the column last; without a wish, as they came.
function inOrder({ rows, columns, sort }) {
  const at = sort ? columns.findIndex((column) => column.key === sort.key) : -1;
  if (at < 0) return rows;
  const value = (row) => (Array.isArray(row[at + 1]) ? row[at + 1][0] : row[at + 1]), compare = new Intl.Collator(undefined, { numeric: true }).compare;
  const order = columns[at].number ? (a, b) => a - b : (a, b) => compare(a, b);
  return [...rows].sort((one, other) => {
    const a = value(one), b = value(other);
    return a === "" || b === "" ? (a === "") - (b === "") : sort.down ? order(b, a) : order(a, b);
  });
}

function clicked(state, button) {
  const y = button ? state.buttons.findIndex((row) => row.includes(button)) : -1;
  if (y < 0) return;
  const x = state.buttons[y].indexOf(button), { key } = state.columns[x];
  if (y > 0) return state.send(state.drawn[y - 1][0], key);
  const down = state.sort?.key === key ? !state.sort.down : state.columns[x].number;
  state.sort = state.sort?.key === key && state.sort.turned ? null : { key, down, turned: state.sort?.key === key };
  state.at = [0, x];
  draw(state); mark(state);
  state.buttons[0][x].focus();
}

// One button takes Tab, arrows lead to the others: past cells in which there is nothing to open.
function rove(state, at) {
  state.buttons[state.at[0]]?.[state.at[1]]?.setAttribute("tabindex", "-1");
  state.at = at;
  state.buttons[at[0]]?.[at[1]]?.setAttribute("tabindex", "0");
}

const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function key(state, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  let [y, x] = state.at, step = ARROWS[event.key];
  if (event.key === "Home") [x, step] = [-1, [0, 1]];
  else if (event.key === "End") [x, step] = [state.columns.length, [0, -1]];
  else if (!step) return;
  event.preventDefault();
  do { y += step[0]; x += step[1]; } while (state.buttons[y] && x >= 0 && x < state.columns.length && !state.buttons[y][x]);
  state.buttons[y]?.[x]?.focus();
}

function mark(state) {
  const [row, column] = state.picked, at = state.columns.findIndex((each) => each.key === column);
  if (!state.whole && row && state.rows.some(([id]) => id === row) && !state.drawn.some(([id]) => id === row)) { state.whole = true; draw(state); }
  for (const each of state.table.tBodies[0].rows) {
    const here = each.dataset.row === row;
    each.classList.toggle("picked", here);
    [...each.cells].forEach((cell, x) => cell.classList.toggle("picked", here && x === at));
  }
}
